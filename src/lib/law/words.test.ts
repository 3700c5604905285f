import { describe, expect, test } from 'vitest';
import type { ToConfirm } from '#shared/law/confirming.ts';
import { inGroups } from './words.ts';

const rule = (id: string): ToConfirm => ({
	id,
	plain: 'A rule.',
	citation: 'SI 1992/613',
	address: null,
	confirmation: null
});

describe('rules to confirm', () => {
	test('stand by the stream they move, and the rest together', () => {
		const groups = inGroups([
			rule('ladder-CT-LIABILITY_ORDER-BANKRUPTCY'),
			rule('ladder-BID-DEMAND-LIABILITY_ORDER'),
			rule('ladder-CT-LIABILITY_ORDER-INFO_REQUEST'),
			rule('LIM.rent')
		]);
		expect(groups.map(({ title, rules }) => [title, rules.length])).toEqual([
			['Council Tax', 2],
			['Business improvement levy', 1],
			['Figures, clocks and time limits', 1]
		]);
	});
});
