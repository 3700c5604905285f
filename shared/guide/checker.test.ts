import { describe, expect, it } from 'vitest';
import { guideFaults } from './checker.ts';
import type { Guide, Step, StepId } from './guide.ts';
import { NORTHMERE_INBOUND } from './northmere-inbound.ts';

describe('the checker finds', () => {
	const step = (id: StepId, some: Partial<Step>): Guide => ({
		...NORTHMERE_INBOUND,
		steps: NORTHMERE_INBOUND.steps.map((one) => (one.id === id ? { ...one, ...some } : one))
	});
	const saying = (id: StepId, say: string) => step(id, { lines: [{ id: 'planted', say }] });

	it.each([
		[
			'a step nobody reaches',
			step('reason', { ways: [{ to: 'debts' }] }),
			'Nothing leads to the step support.'
		],
		['a step without a way out', step('payment', { ways: [] }), 'The step payment has no way out.'],
		[
			'a way out that may not hold',
			step('payment', { ways: [{ to: 'wrap-up', when: 'read-back' }] }),
			'The step payment may have no way out: its last way must always hold.'
		],
		[
			'a slot there is not',
			saying('debts', 'You owe {fortune}.'),
			'The line planted has the slot fortune, which there is not.'
		],
		[
			'a customer’s figure before identity',
			saying('identity', 'You owe {owed}.'),
			'The line planted says owed before identity.'
		],
		[
			'a reason told to whoever we rang',
			saying('identity', 'I am ringing about your council tax.'),
			'The line planted tells whoever we rang why, before identity.'
		],
		[
			'two questions',
			saying('reason', 'Who? Why?'),
			'The line planted asks more than one question.'
		],
		[
			'a figure',
			saying('reason', 'You owe £20.'),
			'The line planted has a figure in it: a slot says figures.'
		],
		[
			'a word we do not say',
			saying('reason', 'We send bailiffs.'),
			'The line planted says "bailiffs": say enforcement agents.'
		],
		[
			'a check that nothing opens',
			step('identity', { before: [{ must: 'identity-passed', says: 'Pass' }] }),
			'Without identity nothing leads on from the check.'
		]
	] as const)('%s', (_, guide, fault) => {
		expect(guideFaults(guide)).toContain(fault);
	});

	it('a line of 25 words', () => {
		const long = saying('reason', `${'word '.repeat(24)}word.`);
		expect(guideFaults(long)).toContain('The line planted has 25 words, 24 at most.');
	});
});
