import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_GIVEN } from '../../../../tests/builders/givens.ts';
import type { DebtRecord } from '../../../debts/debt.ts';
import { pence } from '../../../money/pence.ts';
import { day, instant } from '../../../time/day.ts';
import { eventAt, type ContactEventBody } from '../../log/events.ts';
import type { Channel } from '../../log/channel.ts';
import { foldContact } from '../../state/fold.ts';
import type { PersonRecord } from '../disclosure.ts';
import { officerView } from '../projection.ts';
import { customerWindow } from './customer-window.ts';

const TODAY = day('2026-11-19');
const AT = instant('2026-11-19T10:00:00Z');
const customerId = 'kelly';

function debt(facts: Partial<DebtRecord>): DebtRecord {
	return {
		id: 'd1',
		stream: 'overpayment',
		title: 'Housing Benefit overpayment',
		reference: 'SECRET-reference',
		fromOn: day('2025-04-01'),
		untilOn: day('2026-03-31'),
		stage: 'INVOICE',
		stageOn: day('2026-08-14'),
		balance: pence(146025),
		dues: [{ on: day('2026-08-14'), amount: pence(146025) }],
		holds: [],
		facts: {},
		ground: 'sole',
		others: ['SECRET-other'],
		lastPayment: { on: day('2026-09-02'), amount: pence(4000), mine: true },
		...facts
	};
}

const KELLY: PersonRecord = {
	customerId,
	kind: 'person',
	givenNames: 'SECRET-given',
	familyName: 'SECRET-family',
	bornOn: day('1987-03-14'),
	diedOn: null,
	isRestricted: false,
	needsExtraCheck: false,
	isSafeContact: false,
	language: 'SECRET-language',
	address: { line1: 'SECRET-line', line2: null, town: 'SECRET-town', postcode: 'NM4 7QT' },
	email: 'SECRET@northmere.example',
	phone: '+447700900142',
	confirmedOn: day('2026-09-02'),
	needs: [{ need: 'SECRET-need', adjustment: 'SECRET-adjustment' }],
	debts: [
		debt({}),
		debt({
			id: 'd2',
			title: 'Care alarm invoice',
			holds: [{ kind: 'dispute', fromOn: TODAY, untilOn: day('2026-12-18'), mine: true }],
			stream: 'invoice',
			balance: pence(12600)
		})
	]
};

const received = (channel: Channel): ContactEventBody[] => [
	{ type: 'contactStarted', channel, direction: 'inbound', presentation: null, dialled: null },
	channel === 'phone'
		? { type: 'answered', officerId: 'priya' }
		: { type: 'received', officerId: 'priya' }
];
const CHOSEN: ContactEventBody = { type: 'customerChosen', customerId, how: 'search' };
const PASSED: ContactEventBody = { type: 'identityPassed', customerId, passedBy: 'answers' };
const line = (
	name: 'salary' | 'rent' | 'groceries' | 'savings',
	pounds: number
): ContactEventBody => ({
	type: 'statementLineSet',
	line: name,
	amount: pence(pounds * 100),
	frequency: 'monthly',
	provenance: 'said'
});
const STATEMENT: ContactEventBody[] = [
	{ type: 'statementFormChosen', form: 'full' },
	{ type: 'householdSet', household: { adults: 1, childrenUnder16: 0, youngPeople: 0 } },
	line('salary', 1500),
	line('rent', 700),
	line('groceries', 500),
	line('savings', 20),
	{ type: 'statementFinished' }
];
const OFFER: ContactEventBody = {
	type: 'offerMade',
	amount: pence(10000),
	rhythm: 'monthly',
	firstOn: day('2026-12-01'),
	method: 'card',
	nextPayDay: day('2026-12-01'),
	offeredBy: 'customer'
};
const RING_BACK: ContactEventBody = {
	type: 'outcomeStaged',
	outcome: {
		kind: 'callback',
		id: 'back',
		on: day('2026-11-24'),
		at: '10:00',
		number: '+447700900142'
	}
};
const at = (step: string): ContactEventBody => ({ type: 'stepEntered', step });

function shown(
	bodies: readonly ContactEventBody[],
	{ channel = 'desk', officerId = 'priya' }: { channel?: Channel; officerId?: string } = {}
) {
	const events = [...received(channel), ...bodies].map((body, index) =>
		eventAt({ seq: index + 1, at: AT, by: 'priya', words: { note: 'SECRET-note' } }, body)
	);
	const facts = {
		contactId: 'c1',
		contact: foldContact(events),
		caller: null,
		drafts: { note: 'SECRET-draft' },
		count: 1,
		people: [KELLY]
	};
	const view = officerView(facts, {
		officerId,
		mayOpenRestricted: false,
		verbs: [],
		givens: NOTHING_GIVEN,
		at: AT,
		today: TODAY
	});
	return customerWindow(view, officerId);
}

describe('the customer’s own window', () => {
	it.each([
		['before anybody is chosen', [], {}, 'nobody'],
		['before the check has passed', [CHOSEN], {}, 'nobody'],
		['when the check has stopped', [CHOSEN, { type: 'identityStopped', customerId }], {}, 'nobody'],
		['once it has passed', [CHOSEN, PASSED], {}, 'theirs'],
		['when somebody else speaks', [CHOSEN, PASSED, { type: 'speakerChanged' }], {}, 'nobody'],
		['when the customer is cleared', [CHOSEN, PASSED, { type: 'customerCleared' }], {}, 'nobody'],
		['on the telephone', [CHOSEN, PASSED], { channel: 'phone' }, 'blank'],
		['in writing', [CHOSEN, PASSED], { channel: 'writing' }, 'blank'],
		['once they have left', [CHOSEN, PASSED, { type: 'conversationEnded' }], {}, 'blank'],
		['for an officer who does not have them', [CHOSEN, PASSED], { officerId: 'tom' }, 'blank']
	] as const)('%s', (_, bodies, given, kind) => {
		const window = shown(bodies, given);
		expect(window.kind).toBe(kind);
		if (kind !== 'theirs') expect(window).toEqual({ kind });
	});

	it('shows their debts, and of one that is paused no more than that', () => {
		expect(shown([CHOSEN, PASSED, at('debts')])).toEqual({
			kind: 'theirs',
			part: 'debts',
			debts: {
				debts: [
					{
						name: 'Housing Benefit overpayment',
						owed: 146025,
						overdue: 146025,
						isPaused: false
					},
					{ name: 'Care alarm invoice', owed: 12600, overdue: 12600, isPaused: true }
				],
				owed: 158625,
				overdue: 158625
			},
			budget: null,
			plan: null,
			lines: []
		});
	});

	it('shows what their budget comes to, whose parts add up', () => {
		const window = shown([CHOSEN, PASSED, ...STATEMENT, at('affordability')]);
		expect(window).toMatchObject({
			part: 'budget',
			budget: {
				parts: { moneyIn: 150000, bills: 70000, everyday: 50000, saved: 2000, others: 0 },
				left: 28000
			}
		});
	});

	it('shows the plan that is offered, what follows, and 1 April where it goes past it', () => {
		const window = shown([CHOSEN, PASSED, ...STATEMENT, OFFER, at('plan')]);
		expect(window).toMatchObject({ part: 'plan', plan: { amount: 10000, rhythm: 'monthly' } });
		const plan = window.kind === 'theirs' ? window.plan : null;
		expect(plan?.nextBill).toContain('one comes in April 2027');
		expect(plan?.then.map(({ id }) => id)).toContain('miss');
		expect(shown([CHOSEN, PASSED, ...STATEMENT, OFFER, at('read-back')])).toMatchObject({
			part: 'read-back'
		});
	});

	it('says that we ring back, and not on which number', () => {
		const window = shown([CHOSEN, PASSED, ...STATEMENT, OFFER, RING_BACK, at('read-back')]);
		expect(JSON.stringify(window)).toContain('at about 10:00, on ••••');
	});

	it('shows the figure that is being tried as soon as it is settled on', () => {
		const tried = { ...OFFER, amount: pence(12500) } as ContactEventBody;
		const window = shown([CHOSEN, PASSED, ...STATEMENT, OFFER, tried, at('plan')]);
		expect(window).toMatchObject({ plan: { amount: 12500 } });
	});
});

/** Every name that may stand anywhere in it. */
const ALLOWED = new Set(
	(
		'kind part debts budget plan lines name owed overdue isPaused parts left moneyIn bills everyday saved others ' +
		'amount rhythm firstOn count last on total clearOn nextBill then id text'
	).split(' ')
);

function namesIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(namesIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, inside]) => [name, ...namesIn(inside)]);
}

describe('whatever happens in a contact', () => {
	const BODIES: readonly ContactEventBody[] = [
		CHOSEN,
		PASSED,
		...STATEMENT,
		OFFER,
		{ type: 'noteWritten' },
		RING_BACK,
		{ type: 'speakerChanged' },
		{ type: 'customerCleared' },
		{ type: 'identityStopped', customerId },
		{ type: 'conversationEnded' },
		...['identity', 'debts', 'affordability', 'plan', 'read-back', 'wrap-up'].map(at)
	];
	const happened = fc.array(fc.constantFrom(...BODIES), { maxLength: 14 });
	const contact = fc.record({
		bodies: fc.oneof(
			happened,
			happened.map((more) => [CHOSEN, PASSED, ...STATEMENT, OFFER, ...more])
		),
		channel: fc.constantFrom<Channel>('desk', 'phone', 'writing')
	});

	it('nothing but what is on the list is in the window, and nothing of a person', () => {
		fc.assert(
			fc.property(contact, ({ bodies, channel }) => {
				const window = shown(bodies, { channel });
				expect(namesIn(window).filter((name) => !ALLOWED.has(name))).toEqual([]);
				expect(JSON.stringify(window)).not.toMatch(/SECRET|NM4|1987|7700 ?900142|kelly/i);
				if (channel !== 'desk') expect(window).toEqual({ kind: 'blank' });
			}),
			{ numRuns: 60 }
		);
	});
});
