import { describe, expect, it } from 'vitest';
import { debtThat } from '../../tests/builders/debts.ts';
import {
	contactThat,
	KELLY_TELLS,
	knownWith,
	offerMade,
	statementTold
} from '../../tests/builders/money-talk.ts';
import { agreeingFrom } from './agreeing.ts';
import type { OfferEvent } from './log/money-events.ts';
import { planFrom, requestFrom } from './plan-request.ts';
import type { Agreed } from '../debts/debt.ts';
import { readBack } from '../outcomes/read-back.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { livePlansOf } from '../arrangements/life/replaced.ts';

const RUNNING: Agreed = {
	arrangedOn: day('2026-06-01'),
	plan: {
		id: 'running',
		number: 'NA 2026 000 007',
		isLate: true,
		firstOn: day('2026-07-01'),
		amount: pence(60_00),
		rhythm: 'monthly'
	},
	promise: null
};
const ORDER = debtThat({ id: 'order', owes: 600_00, agreed: RUNNING });
const INVOICE = debtThat({
	id: 'invoice',
	owes: 100_00,
	stream: 'invoice',
	stage: 'REMINDER',
	agreed: RUNNING
});
const NEW = debtThat({ id: 'new', owes: 200_00, stream: 'invoice', stage: 'REMINDER' });
const DEBTS = [ORDER, INVOICE, NEW];
const REPLACED: OfferEvent = { type: 'livePlanPlaced', planId: 'running', place: 'replaced' };
const KEPT: OfferEvent = { ...REPLACED, place: 'kept' };

function talk(...more: OfferEvent[]) {
	return contactThat(...statementTold('full', KELLY_TELLS), ...more, offerMade(80_00));
}

const inPlan = (contact: ReturnType<typeof talk>) =>
	requestFrom(contact, knownWith(DEBTS)).request.debts.map(({ debtId }) => debtId);

function saidIn(contact: ReturnType<typeof talk>): string[] {
	const said = readBack(agreeingFrom(contact, knownWith(DEBTS)));
	if (!said.ok) throw new Error(`There is no read-back: ${said.because}.`);
	return said.lines.map(({ text }) => text);
}

describe('a plan that still runs', () => {
	it('keeps its debts out of another', () => {
		expect(inPlan(talk())).toEqual(['new']);
		expect(saidIn(talk()).join(' ')).not.toContain('takes the place');
	});

	it('has its part of what is usable, and no other plan may have it again', () => {
		const { usable } = requestFrom(talk(REPLACED), knownWith(DEBTS)).request.means ?? {};
		const beside = requestFrom(talk(), knownWith(DEBTS));
		expect([usable, beside.request.means?.usable, beside.means?.usable]).toEqual([
			144_56, 84_56, 144_56
		]);
		const asked = contactThat(...statementTold('full', KELLY_TELLS), offerMade(85_00));
		expect(planFrom(asked, beside)).toMatchObject({
			ok: false,
			refusal: { because: 'above-usable' }
		});
	});

	it('is known once, however many debts are in it', () => {
		expect(livePlansOf(DEBTS)).toEqual([RUNNING.plan]);
	});

	it('can be replaced: all of its debts come in at what they owe now', () => {
		expect(inPlan(talk(REPLACED)).toSorted()).toEqual(['invoice', 'new', 'order']);
		const planned = planFrom(talk(REPLACED), requestFrom(talk(REPLACED), knownWith(DEBTS)));
		expect(planned).toMatchObject({ ok: true, plan: { total: 900_00 } });
	});

	it('is said to end on the read-back', () => {
		expect(saidIn(talk(REPLACED))).toContain(
			'It takes the place of your plan NA 2026 000 007, which ends today. Nothing more is due under that one.'
		);
	});

	it('goes on after all where that is taken back', () => {
		expect(inPlan(talk(REPLACED, KEPT))).toEqual(['new']);
	});

	it('of somebody else is not replaced by its id', () => {
		expect(inPlan(talk({ type: 'livePlanPlaced', planId: 'another', place: 'replaced' }))).toEqual([
			'new'
		]);
	});
});

describe('L5: who may agree another', () => {
	const ended = (days: readonly string[], contact = talk(REPLACED)) => {
		const known = knownWith(DEBTS, {
			person: { kind: 'person', bornOn: null, supportNeeds: [], plansEndedOn: days.map(day) }
		});
		const planned = planFrom(contact, requestFrom(contact, known));
		if (!planned?.ok) throw new Error('There is no plan.');
		return planned.plan;
	};

	it.each([
		[[], 'officer', []],
		[['2025-11-19'], 'officer', []],
		[['2026-05-01'], 'leader', ['officer']],
		[['2026-05-01', '2026-08-01'], 'manager', ['officer', 'leader']]
	])('after %j the %s', (days, role, above) => {
		const plan = ended(days);
		expect(plan.role).toBe(role);
		expect(plan.reasons.map((reason) => [reason.kind, reason.role])).toEqual(
			above.map((one) => ['again', one])
		);
		expect(plan.rules).toContain('policy.L5');
		expect(plan.evidence.offerDebtAdvice).toBe(role === 'manager');
	});

	it('asks for a new statement, which the last one as it was is not', () => {
		const contact = talk(REPLACED);
		const asBefore = { ...contact, statement: { ...contact.statement, isUntouched: true } };
		expect(ended([], contact).lacks).toBe(null);
		expect(ended([], asBefore).lacks).toBe('full');
	});

	it('asks for a statement where three questions would do', () => {
		const contact = contactThat(
			{ type: 'statementFormChosen', form: 'three-questions' },
			{ type: 'answersGiven', isAffordable: true, isChanging: false, hasOtherArrears: false },
			{ type: 'statementFinished' },
			REPLACED,
			offerMade(450_00)
		);
		expect(ended([], contact).lacks).toBe('five-totals');
	});
});

describe('a plan that is kept to', () => {
	const VARIED: OfferEvent = { ...REPLACED, place: 'varied' };
	const debts = (isLate: boolean) =>
		DEBTS.map((debt) => {
			const plan = debt.agreed?.plan;
			return plan ? { ...debt, agreed: { ...RUNNING, plan: { ...plan, isLate } } } : debt;
		});
	const told = (place: OfferEvent, pounds: number) =>
		contactThat(...statementTold('full', KELLY_TELLS), place, offerMade(pounds));
	const basisOf = (
		place: OfferEvent,
		{ isLate = false, pounds = 30_00, ended = [] as string[] } = {}
	) => {
		const person = {
			kind: 'person',
			bornOn: null,
			supportNeeds: [],
			plansEndedOn: ended.map(day)
		} as const;
		const contact = told(place, pounds);
		const basis = requestFrom(contact, knownWith(debts(isLate), { person }));
		return { basis, planned: planFrom(contact, basis) };
	};

	it('can be varied: its own debts alone, at another payment', () => {
		const { basis, planned } = basisOf(VARIED, { pounds: 50_00 });
		expect(basis.request.debts.map(({ debtId }) => debtId).toSorted()).toEqual([
			'invoice',
			'order'
		]);
		expect(basis.outside).toMatchObject([
			{ debtId: 'new', why: 'It is not in the plan that is changed.' }
		]);
		expect(planned).toMatchObject({ ok: true, plan: { total: 700_00, role: 'officer' } });
	});

	it('keeps the dates that it had: they are not counted again from its new first payment', () => {
		const role = (place: OfferEvent, pounds: number) => {
			const { planned } = basisOf(place, { pounds });
			return planned?.ok
				? [planned.plan.role, planned.plan.payments.length]
				: planned?.refusal.because;
		};
		// 24 payments from December are within two years of it, and not of July.
		expect(role(VARIED, 30_00)).toEqual(['leader', 24]);
		expect(role(REPLACED, 39_00)).toEqual(['officer', 24]);
	});

	it('is not agreed again by being varied, whatever ended before', () => {
		const ended = ['2026-05-01', '2026-08-01'];
		const { planned } = basisOf(VARIED, { pounds: 50_00, ended });
		expect(planned).toMatchObject({ ok: true, plan: { role: 'officer', reasons: [] } });
	});

	it('is said to be changed', () => {
		const said = readBack(agreeingFrom(told(VARIED, 50_00), knownWith(debts(false))));
		expect(said.ok && said.lines.map(({ text }) => text)).toContain(
			'It changes your plan NA 2026 000 007: from today you pay what is said here instead.'
		);
	});

	it('is not varied once it is late', () => {
		expect(basisOf(VARIED, { isLate: true }).basis.request.debts).toEqual([]);
	});
});
