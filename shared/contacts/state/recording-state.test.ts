import { describe, expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from './fold.ts';
import { recordingDue } from './recording-due.ts';

const BEGAN = Date.parse('2026-11-19T10:00:00Z');
const at = (seconds: number) => instant(new Date(BEGAN + seconds * 1000));

type Said = readonly [seconds: number, body: ContactEventBody];

function contactAfter(...said: readonly Said[]) {
	return foldContact(
		said.map(([seconds, body], index) =>
			eventAt({ seq: index + 1, at: at(seconds), by: 'priya' }, body)
		)
	);
}

const state = (of: 'recording' | 'paused' | 'stopped' | 'unknown') =>
	({ type: 'recordingChanged', state: of }) as const;
const step = (of: string) => ({ type: 'stepEntered', step: of }) as const;
const answered = (officerId: string) => ({ type: 'answered', officerId }) as const;
const ENDED: ContactEventBody = { type: 'callEnded', endedBy: 'caller', abandoned: false };
const UP: readonly Said[] = [
	[0, answered('priya')],
	[1, state('recording')]
];
const PAYING: readonly Said[] = [...UP, [60, step('payment')], [61, state('paused')]];

describe('what the switch is asked of a recording', () => {
	it.each<readonly [string, readonly Said[], string | null, string | null]>([
		['no payment is open', UP, null, null],
		['the payment opens', [...UP, [60, step('payment')]], 'pauseRecording', null],
		['the payment is open', PAYING, null, 'resumeRecording'],
		['the step is left', [...PAYING, [90, step('wrap-up')]], 'resumeRecording', 'resumeRecording'],
		[
			'the pause is confirmed after the step was left',
			[...UP, [60, step('payment')], [62, step('debts')], [64, state('paused')]],
			'resumeRecording',
			'resumeRecording'
		],
		[
			'the customer is passed on in the payment',
			[...PAYING, [90, { type: 'released', officerId: 'priya' }]],
			'resumeRecording',
			'resumeRecording'
		],
		[
			'whoever took over has the payment open',
			[...PAYING, [90, { type: 'released', officerId: 'priya' }], [95, answered('tom')]],
			null,
			'resumeRecording'
		],
		[
			'the customer is parked in the payment',
			[...PAYING, [90, { type: 'parked' }]],
			'resumeRecording',
			'resumeRecording'
		],
		['the call has ended in the payment', [...PAYING, [90, ENDED]], null, null],
		[
			'the link was lost in the payment',
			[...PAYING, [90, state('unknown')]],
			'pauseRecording',
			'resumeRecording'
		],
		[
			'the link was lost in the payment, which was left since',
			[...PAYING, [90, state('unknown')], [95, step('debts')]],
			'resumeRecording',
			'resumeRecording'
		],
		['the link was lost before it', [...UP, [60, state('unknown')]], null, null],
		[
			'nothing is recorded',
			[
				[0, answered('priya')],
				[60, step('payment')]
			],
			null,
			null
		],
		['an officer paused it by hand', [...UP, [60, state('paused')]], null, null],
		[
			'an officer paused it by hand and passes the customer on',
			[...UP, [60, state('paused')], [70, { type: 'transferred', kind: 'blind', to: '7001' }]],
			'resumeRecording',
			'resumeRecording'
		],
		[
			'an officer paused it by hand long after the payment',
			[...PAYING, [90, step('debts')], [91, state('recording')], [200, state('paused')]],
			null,
			null
		],
		[
			'it was paused by hand before the payment came, which was left',
			[...UP, [60, state('paused')], [70, step('payment')], [80, step('debts')]],
			'resumeRecording',
			'resumeRecording'
		],
		[
			'the telephone system paused it before anybody had them',
			[
				[0, state('recording')],
				[5, state('paused')],
				[9, answered('priya')]
			],
			null,
			null
		]
	])('when %s: %s, and without a screen %s', (_, said, there, away) => {
		const contact = contactAfter(...said);
		expect([recordingDue(contact, true), recordingDue(contact, false)]).toEqual([there, away]);
	});
});

describe('the stretches that are on no recording', () => {
	it.each<
		readonly [string, readonly Said[], readonly (readonly [string, number, number | null])[]]
	>([
		['none', UP, []],
		['a pause that lasts', PAYING, [['paused', 61, null]]],
		['a pause that is over', [...PAYING, [90, state('recording')]], [['paused', 61, 90]]],
		['a pause that ends with its call', [...PAYING, [90, ENDED]], [['paused', 61, 90]]],
		['a pause heard twice', [...PAYING, [70, state('paused')]], [['paused', 61, null]]],
		[
			'a pause in which the link was lost',
			[...PAYING, [70, state('unknown')], [80, state('paused')], [90, state('recording')]],
			[
				['paused', 61, 70],
				['unknown', 70, 80],
				['paused', 80, 90]
			]
		]
	])('are %s', (_, said, gaps) => {
		const { recordingGaps } = contactAfter(...said);
		const expected = gaps.map(([kind, from, to]) => ({
			kind,
			from: at(from),
			to: to === null ? null : at(to)
		}));
		expect(recordingGaps).toEqual(expected);
	});
});
