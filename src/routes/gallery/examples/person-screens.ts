/** The steps about the person, each as it stands in the middle of a call, made by the real guide, fold and check. */
import { checkView } from '#shared/contacts/shown/check-view.ts';
import type { CheckView } from '#shared/contacts/shown/check-view.ts';
import { guideFacts } from '#shared/contacts/guide-facts.ts';
import type { PersonRecord } from '#shared/contacts/shown/disclosure.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { QUESTIONS, questionWords, type Question } from '#shared/customers/check/questions.ts';
import { foundPerson, readSearch } from '#shared/customers/search/search.ts';
import { actionOf, isOff, linesOf, nextStep, stepOf, stillToDo } from '#shared/guide/guide.ts';
import { fillingOf, sayLine } from '#shared/guide/lines.ts';
import { NORTHMERE_INBOUND } from '#shared/guide/northmere-inbound.ts';
import { samplePolicy } from '#shared/law/northmere/policy.ts';
import type { FoundPeople } from '$lib/customers/find-customer.svelte.ts';
import { guideRows } from '$lib/contacts/frame/guide-rows.ts';
import type { CallScreenProps } from '$lib/contacts/screen.ts';
import { answered, TODAY, viewOf, type Line } from './contacts.ts';
import { DEAN, GARETH, KELLY } from './people.ts';

export type PersonScreen = Pick<
	CallScreenProps,
	'view' | 'steps' | 'sentence' | 'main' | 'hint' | 'notes'
> & {
	/** At the check: what the server said of it, and what stands in the fields. */
	check?: { view: CheckView; current: Question | null; typed: Partial<Record<Question, string>> };
	find?: FoundPeople;
	openWithoutCheck?: boolean;
};

type Given = {
	people: readonly PersonRecord[];
	isKnown?: boolean;
	steps: readonly (readonly [step: string, ago: number])[];
	more?: readonly Line[];
	channel?: 'desk';
};

function at(id: string, given: Given): PersonScreen {
	const lines: Line[] = [
		...answered(given.steps[0] ? given.steps[0][1] + 21 : 9),
		...given.steps.map(([step, ago]) => ({ type: 'stepEntered', step, ago }) as const),
		...(given.more ?? [])
	].map((line) =>
		line.type === 'contactStarted' && given.channel ? { ...line, channel: given.channel } : line
	);
	const { people, isKnown = false } = given;
	return walked(viewOf({ id, lines, people, isKnown }));
}

/** The sentence, the rail and the next action, as the guide has them. */
function walked(view: ContactView): PersonScreen {
	const facts = guideFacts(view);
	const step = stepOf(NORTHMERE_INBOUND, view.contact.step);
	const next = nextStep(NORTHMERE_INBOUND, step.id, facts);
	const steps = NORTHMERE_INBOUND.steps.map((one) => ({ ...one, isOff: isOff(one, facts) }));
	const debts = view.people.kind === 'known' ? view.people.debts : undefined;
	const filling = fillingOf({
		council: 'Northmere City Council',
		officerName: 'Priya Nair',
		debts: debts && { count: debts.count, overdue: debts.total.overdue, owed: debts.total.balance }
	});
	const lines = linesOf(step, facts);
	return {
		view,
		steps: { rows: guideRows(steps, view.contact), note: 'Inbound guide, version 1' },
		sentence: {
			kind: 'say',
			label: 'Say',
			lines: lines.map(({ say }) => sayLine(say, filling)),
			index: 0,
			hint: lines[0]?.mind
		},
		main: {
			label: actionOf(step, facts),
			act: () => undefined,
			waitsFor: stillToDo(step, facts) ?? undefined
		},
		hint: next ? `Next: ${next.name.toLowerCase()}` : undefined,
		notes: { text: '', state: { kind: 'empty' } }
	};
}

type Asked = {
	offered?: readonly Question[];
	kind?: 'person' | 'organisation';
	wrongToday?: number;
	current?: Question;
	typed?: Partial<Record<Question, string>>;
};

/** At the check, with the question asked in the sentence. */
function checking(id: string, given: Given & { asked?: Asked }): PersonScreen {
	const screen = at(id, { ...given, steps: [['identity', 48]] });
	const { asked = {} } = given;
	const kind = asked.kind ?? 'person';
	const [person] = given.people;
	const view = checkView(
		screen.view.contact,
		{
			customerId: person?.customerId ?? '',
			kind,
			needsExtraCheck: person?.needsExtraCheck ?? false,
			isSafeContact: false,
			hasDied: false,
			offered: asked.offered ?? QUESTIONS.filter((question) => question !== 'password'),
			wrongToday: asked.wrongToday ?? 0,
			mayCallBack: true
		},
		samplePolicy(TODAY).I1.value
	);
	const open = view.standing.is === 'open' ? view.questions.filter((one) => !one.isSpent) : [];
	const current = asked.current ?? open[0]?.question ?? null;
	const asks = open.map(({ question }) => questionWords(question, { kind, isForThem: false }).ask);
	return {
		...screen,
		check: { view, current, typed: asked.typed ?? {} },
		sentence: open.length
			? {
					...screen.sentence,
					lines: asks,
					index: Math.max(
						open.findIndex(({ question }) => question === current),
						0
					),
					nextLabel: 'Ask a different question',
					hint: 'Do not read out or confirm any detail. Type what they say, then Enter.'
				}
			: screen.sentence
	};
}

const answer = (
	question: Question,
	result: 'matches' | 'nearly' | 'differs' | 'declined',
	customerId = 'kelly'
): Line => ({ type: 'identityAnswered', customerId, question, result, ago: 20 });

const chosen: Line = { type: 'customerChosen', customerId: 'kelly', how: 'number', ago: 40 };

const UP_TO = (step: string) =>
	(
		[
			['identity', 171],
			['reason', 118],
			['support', 80],
			['debts', 32],
			['take-up', 12]
		] as const
	).slice(0, ['identity', 'reason', 'support', 'debts', 'take-up'].indexOf(step) + 1);

const known = (
	step: string,
	{ more = [], people = [KELLY] }: { more?: readonly Line[]; people?: readonly PersonRecord[] } = {}
) => at(step, { people, isKnown: true, steps: UP_TO(step), more });

function found(typed: string): FoundPeople {
	const search = readSearch(typed);
	if (!search) throw new Error('The example searches by too little.');
	const people = [KELLY, { ...DEAN, bornOn: KELLY.bornOn, address: KELLY.address }].map((person) =>
		foundPerson(
			{ ...person, matchedOn: ['name', 'address'], accountCount: 2, isNear: false },
			search
		)
	);
	return { typed, found: people, hasMore: false };
}

export const PERSON_SCREENS: Record<string, PersonScreen> = {
	identity: checking('identity', {
		people: [KELLY],
		steps: [],
		more: [chosen, answer('full-name', 'matches'), answer('address', 'matches')],
		asked: {
			current: 'date-of-birth',
			typed: {
				'full-name': 'Kelly Ashworth',
				address: '14 Lantern Row, NM4 7QT',
				'date-of-birth': '14 3'
			}
		}
	}),
	'identity-wrong': checking('identity-wrong', {
		people: [KELLY],
		steps: [],
		more: [
			chosen,
			answer('full-name', 'matches'),
			answer('address', 'nearly'),
			answer('reference', 'differs'),
			answer('instalment', 'declined')
		],
		asked: { wrongToday: 1 }
	}),
	'identity-stopped': checking('identity-stopped', {
		people: [KELLY],
		steps: [],
		more: [
			chosen,
			answer('reference', 'differs'),
			answer('instalment', 'differs'),
			{ type: 'identityStopped', customerId: 'kelly', ago: 10 }
		],
		asked: { wrongToday: 2 }
	}),
	'identity-passed': checking('identity-passed', {
		people: [KELLY],
		isKnown: true,
		steps: [],
		more: [chosen]
	}),
	'identity-desk': checking('identity-desk', {
		people: [KELLY],
		steps: [],
		channel: 'desk',
		more: [chosen, { type: 'documentSeen', customerId: 'kelly', document: 'council-bill', ago: 5 }]
	}),
	'identity-company': checking('identity-company', {
		people: [KELLY],
		steps: [],
		more: [chosen, answer('reference', 'matches')],
		asked: { kind: 'organisation', offered: ['reference', 'address', 'last-payment'] }
	}),
	find: { ...at('find', { people: [], steps: [['identity', 30]] }), find: found('ashw lantern') },
	'no-check': {
		...at('no-check', { people: [KELLY], steps: [['identity', 30]] }),
		openWithoutCheck: true
	},
	reason: known('reason', { more: [{ type: 'reasonGiven', reason: 'plan', ago: 5 }] }),
	support: known('support', { more: [{ type: 'needsAsked', answer: 'yes', ago: 5 }] }),
	recognise: known('debts', {
		more: [
			{ type: 'debtRecognised', debtId: KELLY.debts?.[0]?.id ?? '', answer: 'yes', ago: 9 },
			{ type: 'debtRecognised', debtId: KELLY.debts?.[4]?.id ?? '', answer: 'no', ago: 9 }
		]
	}),
	protected: known('debts', { people: [GARETH] }),
	'take-up': known('take-up', {
		more: [
			{
				type: 'takeUpAnswered',
				entitlement: 'single-person-discount',
				answer: 'applies',
				ago: 4
			}
		]
	})
};
