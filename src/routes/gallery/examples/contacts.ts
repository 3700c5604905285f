/** Contacts of invented people as their screens get them: logs folded by the real fold, seen through the real projection. */
import { SAMPLE_GUIDELINES } from '#shared/affordability/guidelines.ts';
import { samplePolicy } from '#shared/law/northmere/policy.ts';
import type { CallVerb, Presentation } from '#shared/calls/events.ts';
import type { ContactEvent, ContactEventBody } from '#shared/contacts/log/events.ts';
import { foldContact } from '#shared/contacts/state/fold.ts';
import { type PersonRecord } from '#shared/contacts/shown/disclosure.ts';
import { officerView } from '#shared/contacts/shown/projection.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Freshness } from '#shared/debts/freshness.ts';
import { STREAMS } from '#shared/debts/streams.ts';
import { day, instant, instantInLondon, type Instant } from '#shared/time/day.ts';
import { DARREN, DEAN, KELLY, STEFAN } from './people.ts';

export const OFFICER_ID = 'priya';

/** Every example stands at this moment: 10:44:00 in London. */
export const NOW: Instant = instant('2026-11-19T10:44:00Z');
export const TODAY = day('2026-11-19');

const before = (seconds: number): Instant => instant(new Date(Date.parse(NOW) - seconds * 1000));

/** One line of a log, so many seconds ago; by the switch where nobody is named. */
export type Line = ContactEventBody & { ago: number; by?: string };

function logOf(lines: readonly Line[]): ContactEvent[] {
	return lines.map(({ ago, ...body }, index) => ({
		seq: index + 1,
		at: before(ago),
		by: null,
		...body
	}));
}

const started = (presentation: Presentation, ago: number): Line => ({
	type: 'contactStarted',
	channel: 'phone',
	direction: 'inbound',
	presentation,
	dialled: '01632960100',
	ago
});

const queue = 'Council Tax arrears';

export const rung = (presentation: Presentation = 'allowed'): Line[] => [
	started(presentation, 114),
	{ type: 'menuChosen', choice: 'Cannot pay', ago: 110 },
	{ type: 'queued', queue, ago: 108 },
	{ type: 'offered', officerId: OFFICER_ID, queue, ago: 6 }
];

/** Answered so many seconds ago after a wait of 1 min 48 sec. */
export const answered = (ago: number): Line[] => [
	started('allowed', ago + 108),
	{ type: 'queued', queue, ago: ago + 106 },
	{ type: 'offered', officerId: OFFICER_ID, queue, ago: ago + 4 },
	{ type: 'answered', officerId: OFFICER_ID, ago },
	{ type: 'recordingChanged', state: 'recording', ago }
];

const EVERY_VERB: readonly CallVerb[] = [
	'answer',
	'hold',
	'resume',
	'transfer',
	'cancelTransfer',
	'conference',
	'park',
	'unpark',
	'pauseRecording',
	'resumeRecording',
	'hangUp'
];

type Given = {
	id: string;
	lines: readonly Line[];
	people?: readonly PersonRecord[];
	count?: number;
	number?: string | null;
	verbs?: readonly CallVerb[];
	/** Identity has passed. */
	isKnown?: boolean;
};

/** Each source sent its extract last night, but parking's, which is too old. */
const FRESH: Freshness = Object.fromEntries(
	STREAMS.map((stream) => {
		const on = stream === 'parking' ? day('2026-11-15') : day('2026-11-18');
		return [stream, { on, at: instantInLondon(on, '23:20') }];
	})
);

/** By officer, and by their telephone. */
const NAMES: Readonly<Record<string, string>> = {
	[OFFICER_ID]: 'Priya Nair',
	tom: 'Tom Reed',
	'1002': 'Tom Reed'
};

export function viewOf(given: Given): ContactView {
	const { id, lines, people = [], verbs = EVERY_VERB } = given;
	const [first] = people;
	const passed = given.isKnown && first ? passedAs(first.customerId) : [];
	const inHand = lines.findIndex(({ type }) => type === 'answered') + 1;
	const log = [...lines.slice(0, inHand), ...passed, ...lines.slice(inHand)];
	const contact = foldContact(logOf(log));
	const number = given.number === undefined ? '+447700900142' : given.number;
	const caller = { number, presentation: contact.presentation ?? 'unknown', name: null };
	const count = given.count ?? people.length;
	return officerView(
		{ contactId: id, contact, caller, drafts: {}, count, people },
		{
			officerId: OFFICER_ID,
			mayOpenRestricted: false,
			verbs,
			colleagues: { nameOf: (id) => NAMES[id], nameAt: (extension) => NAMES[extension] },
			givens: {
				fresh: FRESH,
				confirmed: [],
				policyOn: samplePolicy,
				guidelinesOn: () => SAMPLE_GUIDELINES
			},
			at: NOW,
			today: TODAY
		}
	);
}

const passedAs = (customerId: string): Line[] => [
	{ type: 'customerChosen', customerId, how: 'number', ago: 30 },
	{ type: 'identityPassed', customerId, passedBy: 'answers', ago: 30 }
];

const ring = (given: Omit<Given, 'lines'> & { lines?: readonly Line[] }) =>
	viewOf({ lines: rung(), ...given });

export const RINGING = {
	likely: ring({ id: 'likely', people: [KELLY] }),
	onPhone: ring({ id: 'onPhone', people: [KELLY], verbs: [] }),
	many: ring({ id: 'many', people: [DEAN] }),
	several: ring({ id: 'several', people: [DEAN, KELLY], number: '+441632960142' }),
	nobody: ring({ id: 'nobody', number: '+447700900617' }),
	withheld: ring({ id: 'withheld', lines: rung('withheld'), number: null }),
	unavailable: ring({ id: 'unavailable', lines: rung('unavailable'), number: null }),
	matched: ring({ id: 'matched', people: [STEFAN], number: '+447700900188' }),
	shared: ring({ id: 'shared', people: [KELLY, DEAN], count: 30, number: '+441632960900' }),
	restricted: ring({ id: 'restricted', people: [DARREN], number: '+447700900774' }),
	gone: viewOf({
		id: 'gone',
		lines: [
			...rung(),
			{ type: 'offerEnded', officerId: OFFICER_ID, because: 'callerGone', ago: 1 },
			{ type: 'callEnded', endedBy: 'caller', abandoned: true, ago: 1 }
		],
		number: null
	})
};
