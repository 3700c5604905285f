/** Whole screens of a call in their states, each at an address of its own. */
import type { PersonRecord } from '#shared/contacts/shown/disclosure.ts';
import { guideRows } from '$lib/contacts/frame/guide-rows.ts';
import { sentenceOfLine } from '$lib/contacts/call/line-words.ts';
import type { CallScreenProps } from '$lib/contacts/screen.ts';
import { answered, OFFICER_ID, RINGING, viewOf, type Line } from './contacts.ts';
import { LINES } from './lines.ts';
import { DEAN, GARETH, KELLY } from './people.ts';

type Call = Pick<
	CallScreenProps,
	| 'view'
	| 'steps'
	| 'sentence'
	| 'main'
	| 'hint'
	| 'notes'
	| 'ringing'
	| 'about'
	| 'asked'
	| 'wrapUp'
> & {
	work: 'debts' | 'loading' | 'nobody' | 'conflict' | 'wrap-up';
	link?: 'reconnecting' | 'offline';
	/** The reasons to ask for help are on the screen. */
	isHelpOpen?: boolean;
};

const STEPS = [
	{ id: 'greeting', name: 'Greeting' },
	{ id: 'identity', name: 'Identity check' },
	{ id: 'reason', name: 'Reason for call' },
	{ id: 'support', name: 'Support needs' },
	{ id: 'debts', name: 'Debts' },
	{ id: 'take-up', name: 'Discounts' },
	{ id: 'statement', name: 'Affordability' },
	{ id: 'plan', name: 'Payment plan' },
	{ id: 'approval', name: 'Approval' },
	{ id: 'read-back', name: 'Read back' },
	{ id: 'payment', name: 'Payment' },
	{ id: 'wrap-up', name: 'Wrap-up' }
];

/** A contact that entered these steps, each so many seconds ago, the last being where it stands. */
function at(given: {
	id: string;
	people?: readonly PersonRecord[];
	isKnown?: boolean;
	answeredAgo: number;
	steps: readonly (readonly [step: string, ago: number])[];
	off?: readonly string[];
	more?: readonly Line[];
	number?: string;
}): Pick<Call, 'view' | 'steps'> {
	const lines = [
		...answered(given.answeredAgo),
		...given.steps.map(([step, ago]) => ({ type: 'stepEntered', step, ago }) as const),
		...(given.more ?? [])
	];
	const view = viewOf({
		id: given.id,
		lines,
		people: given.people ?? [],
		isKnown: given.isKnown ?? false,
		...(given.number ? { number: given.number } : {})
	});
	const steps = STEPS.map((step) => ({ ...step, isOff: given.off?.includes(step.id) ?? false }));
	return {
		view,
		steps: { rows: guideRows(steps, view.contact), note: 'Inbound guide, version 1' }
	};
}

const say = (lines: readonly string[], hint?: string): Call['sentence'] => ({
	kind: 'say',
	label: 'Say',
	lines,
	index: 0,
	hint
});

const UP_TO_DEBTS = [
	['identity', 171],
	['reason', 118],
	['support', 80],
	['debts', 32]
] as const;

const kelly = at({
	id: 'call',
	people: [KELLY],
	isKnown: true,
	answeredAgo: 192,
	steps: UP_TO_DEBTS
});

const debts: Call = {
	...kelly,
	work: 'debts',
	sentence: say([
		'I can see five accounts. £3,124.62 is overdue. Shall we take them one at a time?',
		'Is there anything here you do not recognise?'
	]),
	hint: 'Next: discounts',
	main: { label: 'Continue', act: () => undefined },
	notes: {
		text: 'Separated in August, partner moved out. Hours cut at work. Wants one payment for everything.',
		state: { kind: 'saved', time: '10:44' }
	}
};

const ASKED: Line = {
	type: 'helpAsked',
	reason: 'distressed-caller',
	by: OFFICER_ID,
	ago: 20
};

const asking = (...more: readonly Line[]) =>
	at({
		id: 'asking',
		people: [KELLY],
		isKnown: true,
		answeredAgo: 192,
		steps: UP_TO_DEBTS,
		more: [ASKED, ...more]
	});

/** A call that ended so many seconds ago, with a minute added at each of these. */
function wrapUp({
	id,
	endedAgo,
	added = [],
	isBreakAfter = false
}: {
	id: string;
	endedAgo: number;
	added?: readonly number[];
	isBreakAfter?: boolean;
}): Call {
	return {
		...at({
			id,
			people: [KELLY],
			isKnown: true,
			answeredAgo: endedAgo + 920,
			steps: [
				['identity', endedAgo + 899],
				['reason', endedAgo + 846],
				['support', endedAgo + 808],
				['debts', endedAgo + 760],
				['read-back', endedAgo + 258],
				['wrap-up', endedAgo]
			],
			more: [
				{ type: 'callEnded', endedBy: 'caller', abandoned: false, ago: endedAgo },
				...added.map((ago) => ({ type: 'wrapUpExtended', by: OFFICER_ID, ago }) as const)
			]
		}),
		work: 'wrap-up',
		sentence: {
			kind: 'note',
			label: 'Wrap-up',
			lines: ['The call ended after 15 min 20 sec. Check the summary, then finish.'],
			index: 0
		},
		wrapUp: { more: () => undefined, breakAfter: () => undefined, isBreakAfter },
		hint: isBreakAfter ? 'Next: your break' : 'Calls are offered again',
		main: { label: isBreakAfter ? 'Finish' : 'Finish and be available', act: () => undefined },
		notes: { text: '', state: { kind: 'empty' } }
	};
}

/** The same call, with what the switch has said of its line since. */
function onLine(id: string, more: readonly Line[]): Call {
	const called = at({
		id,
		people: [KELLY],
		isKnown: true,
		answeredAgo: 192,
		steps: UP_TO_DEBTS,
		more
	});
	const sentence = sentenceOfLine(called.view, OFFICER_ID) ?? debts.sentence;
	return { ...debts, ...called, sentence };
}

const ON_LINE = Object.fromEntries(
	Object.entries(LINES).map(([id, more]) => [id, onLine(id, more)])
);

export const CALL_SCREENS: Record<string, Call> = {
	debts,
	greeting: {
		...at({ id: 'greeting', people: [KELLY], answeredAgo: 9, steps: [['greeting', 9]] }),
		work: 'debts',
		sentence: say(
			['Northmere City Council, Priya speaking. We record calls. How can I help?'],
			'The debts below are not for saying until the identity check passes.'
		),
		hint: 'Next: identity check',
		main: { label: 'Check identity', act: () => undefined },
		notes: { text: '', state: { kind: 'empty' } }
	},
	'breathing-space': {
		...at({
			id: 'breathing-space',
			people: [GARETH],
			isKnown: true,
			answeredAgo: 125,
			steps: UP_TO_DEBTS.map(([step, ago]) => [step, Math.min(ago, 104)] as const),
			off: ['statement', 'plan', 'approval'],
			number: '+441632960284'
		}),
		work: 'debts',
		sentence: say([
			'Some of your debts are paused until 6 January, so I will not ask you for any payment today. What would you like to know?'
		]),
		hint: 'Next: discounts',
		main: { label: 'Ask for nothing today', act: () => undefined },
		notes: { text: '', state: { kind: 'empty' } }
	},
	'on-hold': {
		...debts,
		...at({
			id: 'on-hold',
			people: [KELLY],
			isKnown: true,
			answeredAgo: 192,
			steps: UP_TO_DEBTS,
			more: [
				{ type: 'held', officerId: OFFICER_ID, ago: 75 },
				{ type: 'recordingChanged', state: 'paused', ago: 40 }
			]
		}),
		main: { label: 'Waiting for Marcus Bello', act: () => undefined, waitsFor: 'Asked 34 sec ago' }
	},
	...ON_LINE,
	'help-choice': { ...debts, isHelpOpen: true },
	'help-asked': { ...debts, ...asking() },
	'help-coming': {
		...debts,
		...asking({
			type: 'helpAnswered',
			leaderId: 'marcus',
			leaderName: 'Marcus Bello',
			by: 'marcus',
			ago: 4
		})
	},
	'second-call': { ...debts, ringing: [RINGING.several] },
	'call-several': {
		...at({ id: 'call-several', people: [DEAN, KELLY], answeredAgo: 9, steps: [] }),
		work: 'nobody',
		sentence: say(['May I take your full name, please?']),
		notes: { text: '', state: { kind: 'empty' } }
	},
	'call-nobody': {
		...at({ id: 'call-nobody', answeredAgo: 9, steps: [] }),
		work: 'nobody',
		sentence: say(['May I take your full name and postcode, please?']),
		notes: { text: '', state: { kind: 'empty' } }
	},
	loading: { ...debts, work: 'loading' },
	conflict: { ...debts, work: 'conflict' },
	reconnecting: { ...debts, link: 'reconnecting', about: true },
	offline: {
		...debts,
		link: 'offline',
		about: true,
		notes: { text: 'Hours cut', state: { kind: 'kept' } }
	},
	'wrap-up': wrapUp({ id: 'wrap-up', endedAgo: 46 }),
	'wrap-up-break': wrapUp({ id: 'wrap-up-break', endedAgo: 46, isBreakAfter: true }),
	'wrap-up-over': wrapUp({ id: 'wrap-up-over', endedAgo: 260, added: [134] }),
	'wrap-up-longest': wrapUp({
		id: 'wrap-up-longest',
		endedAgo: 290,
		added: [200, 180, 170, 90, 30]
	})
};
