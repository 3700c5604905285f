import { describe, expect, it } from 'vitest';
import type { DebtRecord } from '../../debts/debt.ts';
import { pence } from '../../money/pence.ts';
import { day, instant } from '../../time/day.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from '../state/fold.ts';
import { type PersonRecord } from './disclosure.ts';
import { NOTHING_GIVEN } from '../../../tests/builders/givens.ts';
import { officerView } from './projection.ts';

const TODAY = day('2026-11-19');
const AT = instant('2026-11-19T10:00:00Z');

function debt(facts: Partial<DebtRecord>): DebtRecord {
	return {
		id: 'd1',
		stream: 'council-tax',
		title: 'Council Tax 2025 to 2026',
		reference: '7710448261',
		fromOn: day('2025-04-01'),
		untilOn: day('2026-03-31'),
		stage: 'LIABILITY_ORDER',
		stageOn: day('2026-08-14'),
		balance: pence(118437),
		dues: [],
		holds: [],
		facts: { taxYear: 2025 },
		ground: 'joint',
		others: ['Dean Ashworth'],
		lastPayment: { on: day('2026-09-02'), amount: pence(4000), mine: true },
		...facts
	};
}

const KELLY: PersonRecord = {
	customerId: '5c1b',
	kind: 'person',
	givenNames: 'Kelly',
	familyName: 'Ashworth',
	bornOn: day('1987-03-14'),
	diedOn: null,
	isRestricted: false,
	needsExtraCheck: true,
	isSafeContact: false,
	language: null,
	address: { line1: '14 Lantern Row', line2: null, town: 'Northmere', postcode: 'NM4 7QT' },
	email: 'kelly@northmere.example',
	phone: '+447700900142',
	confirmedOn: day('2026-09-02'),
	needs: [{ need: 'Slower pace', adjustment: 'Speak slowly. Offer a break.' }],
	debts: [
		debt({}),
		debt({
			id: 'd2',
			stream: 'overpayment',
			title: 'Housing Benefit overpayment',
			reference: 'HBO210877',
			stage: 'INVOICE',
			balance: pence(146025)
		})
	]
};

const RINGING: ContactEventBody[] = [
	{
		type: 'contactStarted',
		channel: 'phone',
		direction: 'inbound',
		presentation: 'allowed',
		dialled: null
	},
	{ type: 'offered', officerId: 'priya', queue: 'council-tax' }
];

function viewFor(
	officerId: string,
	{
		people = [KELLY],
		more = [],
		number = '+447700900142',
		mayOpenRestricted = false
	}: {
		people?: PersonRecord[];
		more?: ContactEventBody[];
		number?: string | null;
		mayOpenRestricted?: boolean;
	} = {}
) {
	const events = [...RINGING, ...more].map((body, index) =>
		eventAt({ seq: index + 1, at: AT, by: null }, body)
	);
	return officerView(
		{
			contactId: 'c1',
			contact: foldContact(events),
			caller: { number, presentation: number ? 'allowed' : 'withheld', name: null },
			drafts: { note: 'half a sent' },
			count: people.length,
			people
		},
		{ officerId, mayOpenRestricted, verbs: ['hold'], givens: NOTHING_GIVEN, at: AT, today: TODAY }
	);
}

describe('before identity', () => {
	const view = viewFor('priya');
	const sent = JSON.stringify(view);

	it.each([
		['the name', 'Ashworth'],
		['the address', 'Lantern'],
		['the postcode', 'NM4'],
		['the date of birth', '1987'],
		['the e-mail address', 'kelly@'],
		['a reference', '7710448261'],
		['the other person liable', 'Dean'],
		['a payment', '4000'],
		['the reason for support', 'Slower pace'],
		['the benefit overpayment by name', 'overpayment']
	])('%s never leaves the server', (_, secret) => {
		expect(sent).not.toContain(secret);
	});

	it('the overpayment counts in the total all the same', () => {
		expect(view.people).toMatchObject({
			kind: 'likely',
			person: { name: 'K•••• A••••', takeExtraCare: true, care: ['Speak slowly. Offer a break.'] },
			debts: { count: 2, total: { balance: 264462 } }
		});
	});
});

describe('an officer', () => {
	it('whom it does not ring for sees nobody', () => {
		expect(viewFor('tom').people).toEqual({ kind: 'gone' });
	});

	it('whose offer has ended keeps nothing on the screen', () => {
		const view = viewFor('priya', {
			more: [{ type: 'offerEnded', officerId: 'priya', because: 'answeredElsewhere' }]
		});
		expect(view.people).toEqual({ kind: 'gone' });
		expect(view.drafts).toEqual({});
		expect(view.verbs).toEqual([]);
	});

	it.each<[string, ContactEventBody[], string[]]>([
		['while its phone system is heard', [], ['hold']],
		['and nothing while the link to it is lost', [{ type: 'linkLost' }], []],
		['and again when it is back', [{ type: 'linkLost' }, { type: 'linkRestored' }], ['hold']]
	])('may do what the phone system allows, %s', (_, more, verbs) => {
		const answered: ContactEventBody = { type: 'answered', officerId: 'priya' };
		expect(viewFor('priya', { more: [answered, ...more] }).verbs).toEqual(verbs);
	});

	it('is told that a number is withheld and nothing else', () => {
		expect(viewFor('priya', { number: null }).people).toEqual({
			kind: 'no-number',
			because: 'withheld'
		});
	});
});

describe('the identity check', () => {
	const customerId = KELLY.customerId;
	const answered: ContactEventBody = { type: 'answered', officerId: 'priya' };
	const chosen: ContactEventBody = { type: 'customerChosen', customerId, how: 'number' };
	const passed: ContactEventBody = { type: 'identityPassed', customerId, passedBy: 'answers' };
	const ended: ContactEventBody = { type: 'callEnded', endedBy: 'caller', abandoned: false };
	const peopleAfter = (...more: ContactEventBody[]) => viewFor('priya', { more }).people;

	it('once passed opens the whole view', () => {
		expect(peopleAfter(answered, chosen, passed)).toMatchObject({
			kind: 'known',
			person: { name: 'Kelly Ashworth', bornOn: '1987-03-14' },
			debts: { debts: [{ reference: '7710448261', jointWith: 'Dean Ashworth' }, {}] },
			spotted: [{ entitlement: 'council-tax-support' }, { entitlement: 'underlying-entitlement' }]
		});
	});

	it.each([
		['a new speaker', { type: 'speakerChanged' }, 'likely'],
		['another customer', { type: 'customerCleared' }, 'likely'],
		['two wrong answers', { type: 'identityStopped', customerId }, 'matched']
	] as const)('is closed again by %s', (_, event, kind) => {
		expect(peopleAfter(answered, chosen, passed, event).kind).toBe(kind);
	});

	it('passed as somebody else opens nothing', () => {
		const other = { type: 'identityPassed', customerId: 'dean', passedBy: 'answers' } as const;
		expect(peopleAfter(answered, chosen, other).kind).toBe('likely');
	});

	it('once stopped shows neither name nor debts', () => {
		const view = viewFor('priya', {
			more: [answered, chosen, { type: 'identityStopped', customerId }]
		});
		expect(view.people).toEqual({ kind: 'matched', customerId, because: 'check-stopped' });
	});

	it('not passed when the call ends leaves nothing on the screen', () => {
		expect(peopleAfter(answered, chosen, ended)).toEqual({ kind: 'gone' });
		expect(peopleAfter(answered, chosen, passed, ended).kind).toBe('known');
	});

	it('passed with one officer shows the next the masked view until they answer', () => {
		const more: ContactEventBody[] = [
			answered,
			chosen,
			passed,
			{ type: 'offered', officerId: 'tom', queue: null }
		];
		expect(viewFor('tom', { more }).people.kind).toBe('likely');
	});
});

describe('a restricted record', () => {
	const people = [{ ...KELLY, isRestricted: true }];
	const { customerId } = KELLY;
	const more: ContactEventBody[] = [
		{ type: 'answered', officerId: 'priya' },
		{ type: 'customerChosen', customerId, how: 'number' }
	];
	const passed: ContactEventBody = { type: 'identityPassed', customerId, passedBy: 'answers' };

	it('opens to no officer, whoever passed the check', () => {
		const view = viewFor('priya', { people, more: [...more, passed] });
		expect(view.people).toEqual({ kind: 'matched', customerId, because: 'restricted' });
		expect(JSON.stringify(view)).not.toContain('Ashworth');
	});

	it('opens to a leader after the check, and shows nothing before', () => {
		const leader = { people, mayOpenRestricted: true };
		expect(viewFor('priya', { ...leader, more }).people).toMatchObject({ because: 'policy' });
		expect(viewFor('priya', { ...leader, more: [...more, passed] }).people.kind).toBe('known');
	});
});

describe('whether anything may be asked for', () => {
	const inSpace = { kind: 'breathing-space', fromOn: day('2026-11-08'), untilOn: null } as const;
	const disputed = { kind: 'dispute', fromOn: day('2026-11-08'), untilOn: null } as const;
	const [first] = KELLY.debts ?? [];
	const debts = (...holds: DebtRecord['holds'][]) =>
		holds.map((held) => ({ ...debt({}), ...first, holds: held }));

	it.each([
		['no holds', debts([], []), true],
		['one of two in a moratorium', debts([inSpace], []), false],
		['one of two in the other person’s moratorium', debts([{ ...inSpace, mine: false }], []), true],
		['one of two disputed', debts([disputed], []), true],
		['both disputed', debts([disputed], [disputed]), false],
		['a moratorium that has ended', debts([{ ...inSpace, untilOn: day('2026-11-18') }]), true],
		['nothing owed', [], true]
	] as const)('%s', (_, owed, mayAsk) => {
		const view = viewFor('priya', { people: [{ ...KELLY, debts: owed }] });
		expect(view.people).toMatchObject({ debts: { mayAsk } });
	});
});
