import { describe, expect, it } from 'vitest';
import { debtThat, monthlyDues } from '../../tests/builders/debts.ts';
import {
	contactThat,
	KELLY_TELLS,
	knownWith,
	offerMade,
	statementTold
} from '../../tests/builders/money-talk.ts';
import { formToBegin } from '../arrangements/said/opening.ts';
import { usuallyNext } from '../arrangements/next/usually.ts';
import { firstSuggestion } from '../arrangements/suggesting/suggestion.ts';
import { day, instant } from '../time/day.ts';
import { debtsView } from './shown/debts-view.ts';
import { guideFacts } from './guide-facts.ts';
import { NOTHING_GIVEN } from '../../tests/builders/givens.ts';
import { knownDebts } from './shown/known-debts.ts';
import { hasSurplus } from './helping.ts';
import { lifeFrom, planFrom, requestFrom, whenOf } from './plan-request.ts';
import type { PeopleView } from './shown/view.ts';

const TODAY = day('2026-11-19');

const ORDER = debtThat({ id: 'order', owes: 1184_37, ground: 'joint', others: ['Dean Ashworth'] });
const OVERPAID = debtThat({
	id: 'overpaid',
	owes: 1460_25,
	stream: 'overpayment',
	stage: 'INVOICE',
	stageOn: day('2026-06-03')
});
const NURSERY = debtThat({ id: 'nursery', owes: 126_00, stream: 'invoice', stage: 'REMINDER' });
const KELLYS = [ORDER, OVERPAID, NURSERY];
const CARE = [{ need: 'Slower pace', adjustment: 'Speak slowly' }];

describe('Kelly Ashworth', () => {
	const contact = contactThat(...statementTold('full', KELLY_TELLS), offerMade(110_00));
	const basis = requestFrom(contact, knownWith(KELLYS));

	it('has £160.62 left, £144.56 of it usable', () => {
		expect(basis.request.means).toMatchObject({ left: 160_62, usable: 144_56 });
		expect(hasSurplus(contact, knownWith(KELLYS))).toBe(true);
	});

	it('offers £110: 26 payments, the last £20.62, by a leader', () => {
		const planned = planFrom(contact, basis);
		if (!planned?.ok) throw new Error('There is no plan.');
		expect(planned.plan.payments).toHaveLength(26);
		expect(planned.plan.payments.at(-1)).toMatchObject({ amount: 20_62, takenOn: '2029-01-02' });
		expect(planned.plan.role).toBe('leader');
	});

	it('is first offered £116', () => {
		const planned = firstSuggestion(whenOf(contact, TODAY), basis.request);
		expect(planned.ok && planned.plan.offer.amount).toBe(116_00);
	});

	it('needs the full statement from the first', () => {
		expect(formToBegin(requestFrom(contactThat(), knownWith(KELLYS)).request)).toBe('full');
	});

	it('the guide hears of a finished statement, a surplus and a plan', () => {
		const at = instant('2026-11-19T10:00:00Z');
		expect(guideFacts({ contact, people: knownPeople(), at })).toMatchObject({
			statement: 'finished',
			hasSurplus: true,
			plan: 'chosen'
		});
	});

	it('would have an earnings order of £154.37 a month, and no agents with a support need', () => {
		const known = knownWith(KELLYS, {
			person: { kind: 'person', bornOn: null, supportNeeds: CARE }
		});
		const here = requestFrom(contact, known);
		const [order] = usuallyNext(here.debts, lifeFrom(contact, here, null));
		expect(order?.methods).toMatchObject([{ takes: { amount: 154_37 } }]);
	});
});

describe('Leon Varga', () => {
	it('has nothing left: no plan, and the guide hears it', () => {
		const told = { 'universal-credit': 812_40, rent: 850_60 };
		const contact = contactThat(...statementTold('full', told));
		const known = knownWith([debtThat({ id: 'order', owes: 1114_25 })]);
		const basis = requestFrom(contact, known);
		expect(basis.request.means?.left).toBe(-38_20);
		expect(hasSurplus(contact, known)).toBe(false);
	});
});

describe('Mrs Zhang Liwen', () => {
	const thisYear = debtThat({
		id: 'this-year',
		owes: 705_00,
		fromOn: day('2026-04-01'),
		stage: 'DEMAND',
		dues: monthlyDues(141_00, { from: '2026-11-01', count: 5 }),
		facts: { taxYear: 2026 }
	});

	it('answers three questions, and catches up in four payments', () => {
		const before = requestFrom(contactThat(), knownWith([thisYear]));
		expect(formToBegin(before.request)).toBe('three-questions');
		const contact = contactThat(
			{ type: 'statementFormChosen', form: 'three-questions' },
			{ type: 'answersGiven', isAffordable: true, isChanging: false, hasOtherArrears: false },
			{ type: 'statementFinished' },
			offerMade(36_00)
		);
		const basis = requestFrom(contact, knownWith([thisYear]));
		expect(hasSurplus(contact, knownWith([thisYear]))).toBeNull();
		const planned = planFrom(contact, basis);
		expect(planned?.ok && planned.plan.lacks).toBeNull();
		expect(planned?.ok && planned.plan.payments.map(({ amount }) => amount)).toEqual([
			36_00, 36_00, 36_00, 33_00
		]);
	});
});

describe('what the contact does to a plan', () => {
	it('a debt that is not right, or dealt with separately, is left out', () => {
		const contact = contactThat(
			{ type: 'debtRecognised', debtId: 'nursery', answer: 'no' },
			{ type: 'debtPlaced', debtId: 'overpaid', place: 'out' }
		);
		const { request, outside } = requestFrom(contact, knownWith(KELLYS));
		expect(request.debts.map(({ debtId }) => debtId)).toEqual(['order']);
		expect(outside.map(({ debtId }) => debtId)).toEqual(['overpaid', 'nursery']);
	});

	it('support noted today counts like support on the record', () => {
		const contact = contactThat({ type: 'supportNoted', consent: 'given' });
		const noted = {
			...contact,
			person: {
				...contact.person,
				support: { adjustments: ['slower'], language: '', consent: 'given' } as const
			}
		};
		expect(requestFrom(contact, knownWith(KELLYS)).sorting.hasSupportNeed).toBe(false);
		expect(requestFrom(noted, knownWith(KELLYS)).sorting.hasSupportNeed).toBe(true);
	});

	it('a company’s plan is a company’s', () => {
		const person = { kind: 'organisation', bornOn: null, supportNeeds: [] } as const;
		const { sorting, request } = requestFrom(contactThat(), knownWith(KELLYS, { person }));
		expect(sorting.payer).toBe('company');
		expect(formToBegin(request)).toBeNull();
	});
});

describe('the debts a screen has', () => {
	it('are the same plan as the server’s, without what is another person’s to tell', () => {
		const hold = {
			kind: 'breathing-space',
			fromOn: TODAY,
			untilOn: day('2027-01-18'),
			mine: false
		} as const;
		const lastPayment = { on: TODAY, amount: ORDER.balance, mine: false };
		const [told] = knownDebts([{ ...ORDER, holds: [hold], lastPayment }]);
		expect(told?.lastPayment).toBeNull();
		expect(told?.holds).toEqual([{ ...hold, kind: 'anothers', untilOn: null }]);
		const { outside } = requestFrom(contactThat(), knownWith(told ? [told] : []));
		expect(outside[0]?.why.replaceAll('\u00a0', ' ')).toBe(
			'Recovery paused: nothing is asked for.'
		);
	});
});

function knownPeople(): PeopleView {
	const { person } = knownWith([]);
	const asKnown = { customerId: 'kelly', name: 'Kelly Ashworth', address: null, phone: null };
	return {
		kind: 'known',
		person: { ...asKnown, ...person, email: null, needsExtraCheck: false },
		actingBy: null,
		debts: debtsView(KELLYS, {
			stage: 'after-identity',
			hasSupportNeed: false,
			givens: NOTHING_GIVEN,
			today: TODAY
		}),
		records: KELLYS,
		confirmed: [],
		policy: NOTHING_GIVEN.policyOn(TODAY),
		guidelines: NOTHING_GIVEN.guidelinesOn(TODAY),
		spotted: []
	};
}
