import { describe, expect, test } from 'vitest';
import { eventAt, type ContactEventBody } from '../contacts/log/events.ts';
import { foldContact } from '../contacts/state/fold.ts';
import { samplePolicy } from '../law/northmere/policy.ts';
import { day, instant } from '../time/day.ts';
import { callsInHand } from './team-state.ts';

const AT = instant('2026-11-19T10:00:00.000Z');
const STARTED: ContactEventBody = {
	type: 'contactStarted',
	channel: 'phone',
	direction: 'inbound',
	presentation: 'allowed',
	dialled: null
};
const answered = (officerId: string) => ({ type: 'answered', officerId }) as const;
const released = (officerId: string) => ({ type: 'released', officerId }) as const;
const ENDED = { type: 'callEnded', endedBy: 'caller', abandoned: false } as const;
const BY_TOM = 'tom';

/** Who has it or writes it up, and until when. */
function hands(...bodies: ContactEventBody[]) {
	const lines = [STARTED, ...bodies].map((body, index) =>
		eventAt({ seq: index + 1, at: AT, by: BY_TOM }, body)
	);
	const open = [{ contactId: 'c1', contact: foldContact(lines), answeredAt: {} }];
	const calls = callsInHand(open, {
		isOfTeam: (officerId) => officerId !== 'of-another-team',
		policy: samplePolicy(day('2026-11-19'))
	});
	return calls.map(({ officerId, wrapUpUntil }) => [officerId, wrapUpUntil?.slice(11, 16) ?? null]);
}

describe('a call is in the hands', () => {
	test.each<readonly [string, readonly ContactEventBody[], unknown]>([
		['of nobody while it waits', [], []],
		['of whoever has the customer', [answered('priya')], [['priya', null]]],
		['of whoever writes it up', [answered('priya'), ENDED], [['priya', '10:02']]],
		[
			'of both when it was passed on: one writes it up, the other has the customer',
			[answered('priya'), released('priya'), answered('tom')],
			[
				['priya', '10:02'],
				['tom', null]
			]
		],
		[
			'of the one who has not finished',
			[answered('priya'), answered('tom'), ENDED, { type: 'wrappedUp' }],
			[['priya', '10:02']]
		],
		['of nobody here when another team has it', [answered('of-another-team')], []]
	])('%s', (_, bodies, expected) => {
		expect(hands(...bodies)).toEqual(expected);
	});
});
