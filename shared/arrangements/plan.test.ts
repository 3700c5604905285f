import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debtThat } from '../../tests/builders/debts.ts';
import {
	DEMO_DAY,
	meansOf,
	offerOf,
	planned,
	requestOf,
	WHEN
} from '../../tests/builders/plans.ts';
import { mostPayable } from './filling/afford.ts';
import { claimOf, refusalClaimOf } from './proof/certificate.ts';
import { flawOfPlan, flawOfRefusal } from './proof/check.ts';
import { pence, plus, type Pence } from '../money/pence.ts';
import { addDays, day } from '../time/day.ts';
import { RHYTHMS, type Rhythm } from '../time/pay-days.ts';
import { planFor } from './plan.ts';
import { sayRefusal } from './said/refusals.ts';
import {
	alternatives,
	firstSuggestion,
	paymentToEndBy,
	shouldBeApproved,
	sliderEnds
} from './suggesting/suggestion.ts';

const ORDER = debtThat({ id: 'Council Tax 2025 to 2026', owes: 180_00 });
const THIS_YEAR = debtThat({
	id: 'Council Tax 2026 to 2027',
	owes: 150_00,
	fromOn: day('2026-04-01'),
	stage: 'FULL_BALANCE_DUE',
	facts: { taxYear: 2026 }
});
const OVERPAYMENT = debtThat({
	id: 'Overpayment',
	owes: 60_00,
	stream: 'overpayment',
	stage: 'INVOICE'
});

describe('policy P5, its worked example in pounds and dates', () => {
	const request = requestOf([THIS_YEAR, OVERPAYMENT, ORDER], {
		upTo: 'officer',
		today: day('2027-01-10')
	});
	const when = { firstOn: day('2027-01-15'), nextPayDay: day('2027-01-15') };

	it('is paid as the table says', () => {
		const plan = planned(offerOf(100_00, when), request);
		expect(plan.payments.map(({ on, parts, amount }) => [on, ...parts, amount])).toEqual([
			['2027-01-15', 95_00, 0, 5_00, 100_00],
			['2027-02-15', 30_00, 65_00, 5_00, 100_00],
			['2027-03-15', 10_00, 85_00, 5_00, 100_00],
			['2027-04-15', 45_00, 0, 45_00, 90_00]
		]);
		expect(flawOfPlan(claimOf(plan))).toBeNull();
	});

	it('at £64 is refused, three pounds short by 31 March, and says what would do it', () => {
		const offer = offerOf(64_00, when);
		const result = planFor(offer, request);
		if (result.ok || result.refusal.because !== 'date') throw new Error('There is a plan.');
		expect(result.refusal).toMatchObject({ short: 3_00, shortEach: 1_00, nearest: 65_00 });
		expect(sayRefusal(result.refusal).replaceAll('\u00a0', ' ')).toBe(
			'£1.00 a month short for Council Tax 2026 to 2027 by 31 March 2027. £65.00 would do it.'
		);
		const { debts } = request;
		expect(
			flawOfRefusal(refusalClaimOf(result.refusal, { offer, debts, role: 'officer' }))
		).toBeNull();
	});

	it('at £64 is a leader’s to agree, whose date is 30 September', () => {
		const plan = planned(offerOf(64_00, when), { ...request, upTo: 'leader' });
		expect(plan.role).toBe('leader');
		expect(plan.reasons).toEqual([
			{ kind: 'longer', role: 'officer', titles: [THIS_YEAR.title], by: '2027-03-31' }
		]);
	});
});

describe('what can be afforded', () => {
	const request = requestOf([ORDER], { means: meansOf(100_00, 90_00) });
	const because = (amount: number, change = {}) => {
		const result = planFor(offerOf(amount, change), request);
		return result.ok ? result.plan.role : result.refusal.because;
	};

	it.each([
		[90_00, null, 'officer'],
		[90_01, null, 'above-usable'],
		[90_01, ' ', 'above-usable'],
		[90_01, 'Her mother pays the rest', 'leader'],
		[100_00, 'Her mother pays the rest', 'leader'],
		[100_01, 'Her mother pays the rest', 'above-left']
	])('P2: %i, asked because %s: %s', (amount, reason, result) => {
		expect(because(amount, { aboveUsableBecause: reason })).toBe(result);
	});

	it('P2: above usable is told to whoever is asked, beside its length', () => {
		const long = requestOf([debtThat({ id: 'order', owes: 3000_00 })], {
			means: meansOf(112_00, 100_00)
		});
		const aboveUsableBecause = 'Her mother pays the rest';
		const { role, reasons } = planned(offerOf(101_00, { aboveUsableBecause }), long);
		expect(role).toBe('leader');
		expect(reasons.map(({ kind }) => kind)).toEqual(['longer', 'above-usable']);
	});

	it('P2: weighs a week as a week, over a year', () => {
		expect(because(20_76, { rhythm: 'weekly' })).toBe('officer');
		expect(because(20_77, { rhythm: 'weekly' })).toBe('above-usable');
	});

	it.each([
		[9_99, 'no-surplus'],
		[10_00, 'officer']
	])('P3: with %i usable: %s', (usable, result) => {
		const poor = requestOf([ORDER], { means: meansOf(20_00, usable) });
		const answer = planFor(offerOf(10_00), poor);
		expect(answer.ok ? answer.plan.role : answer.refusal.because).toBe(result);
	});

	it('P3: there is no plan where the least payment at any authority is more than usable', () => {
		const catchUp = debtThat({
			...THIS_YEAR,
			owes: 150_00,
			stage: 'REMINDER_1',
			facts: { taxYear: 2026 }
		});
		const dues = [{ on: day('2026-05-01'), amount: pence(150_00) }];
		const poor = requestOf([{ ...catchUp, dues }], { means: meansOf(47_00, 37_00) });
		expect(planFor(offerOf(37_00), poor)).toMatchObject({
			ok: false,
			refusal: { because: 'no-surplus', least: 37_50 }
		});
	});

	it('P5: more is usable while the tax line is nil, if the plan ends by then', () => {
		const means = {
			...meansOf(40_00, 30_00),
			meanwhile: { left: pence(140_00), usable: pence(126_00), until: day('2027-03-31') }
		};
		const whole = requestOf([THIS_YEAR], { means });
		expect(mostPayable(means, { request: whole, payDays: WHEN }).amount).toBe(126_00);
		expect(planFor(offerOf(40_00), whole).ok).toBe(true);
		const longer = requestOf([THIS_YEAR, debtThat({ id: 'order', owes: 900_00 })], { means });
		expect(planFor(offerOf(40_00), longer)).toMatchObject({ refusal: { because: 'above-usable' } });
		expect(mostPayable(means, { request: longer, payDays: WHEN }).amount).toBe(30_00);
	});
});

describe('the offer itself', () => {
	const request = requestOf([ORDER]);

	it.each([
		[{ amount: pence(0) }, 'no-amount'],
		[{ amount: pence(-5_00) }, 'no-amount'],
		[{ firstOn: addDays(DEMO_DAY, -1) }, 'first-payment-past'],
		[{ nextPayDay: addDays(DEMO_DAY, -1) }, 'pay-day-past'],
		[{ nextPayDay: DEMO_DAY, firstOn: DEMO_DAY }, null],
		[{ firstOn: DEMO_DAY }, null],
		[{ firstOn: day('2026-12-08') }, null],
		[{ firstOn: day('2026-12-09') }, 'first-payment-late'],
		[{ firstOn: day('2026-12-20'), nextPayDay: null }, null],
		[{ firstOn: day('2026-12-21'), nextPayDay: null }, 'first-payment-late'],
		[{ firstOn: day('2026-12-21'), nextPayDay: day('2026-12-30') }, 'first-payment-late']
	])('P8: %j: %s', (change, refusal) => {
		const result = planFor(offerOf(50_00, change), request);
		expect(result.ok ? null : result.refusal.because).toBe(refusal);
	});

	it('P8: a Direct Debit too soon for its notice is paid by card, the rest as agreed', () => {
		const offer = offerOf(20_00, {
			method: 'direct-debit',
			rhythm: 'weekly',
			firstOn: day('2026-11-26')
		});
		const methods = planned(offer, request).payments.map(({ takenOn, method }) => [
			takenOn,
			method
		]);
		expect(methods.slice(0, 3)).toEqual([
			['2026-11-26', 'card'],
			['2026-12-03', 'direct-debit'],
			['2026-12-10', 'direct-debit']
		]);
	});

	it('is nothing without a debt that may be in a plan', () => {
		expect(planFor(offerOf(50_00), requestOf([]))).toMatchObject({
			refusal: { because: 'nothing-to-plan' }
		});
	});

	it('is refused by name where it is too small for the minimums', () => {
		const result = planFor(offerOf(14_00), requestOf([ORDER, OVERPAYMENT]));
		expect(result).toMatchObject({
			refusal: { because: 'minimums', due: 15_00, short: 1_00, nearest: 15_00 }
		});
		if (!result.ok) expect(sayRefusal(result.refusal)).toContain('£15.00 a month');
	});

	it('is refused where no pay-day is left before a date', () => {
		const late = requestOf([THIS_YEAR], { today: day('2027-03-20'), upTo: 'officer' });
		const when = { firstOn: day('2027-04-01'), nextPayDay: null };
		const result = planFor(offerOf(150_00, when), late);
		if (result.ok) throw new Error('There is a plan.');
		expect(sayRefusal(result.refusal).replaceAll('\u00a0', ' ')).toBe(
			'There is no payment day in time for Council Tax 2026 to 2027 by 31 March 2027.'
		);
	});
});

describe('who may agree', () => {
	it.each([
		[180_00, 7_50, 'minimums'],
		[1184_37, 49_35, 'officer'],
		[1184_37, 49_34, 'leader'],
		[1184_37, 32_90, 'leader'],
		[1184_37, 32_89, 'manager'],
		[1184_37, 19_74, 'manager'],
		[1184_37, 19_73, 'date']
	])('CT4 of %i at %i a month: %s', (owes, amount, expected) => {
		const result = planFor(offerOf(amount), requestOf([debtThat({ id: 'order', owes })]));
		expect(result.ok ? result.plan.role : result.refusal.because).toBe(expected);
	});

	it('is never an officer for care charges', () => {
		const care = debtThat({
			id: 'care',
			owes: 240_00,
			stream: 'care',
			stage: 'INVOICE',
			facts: { careCheckDone: true }
		});
		expect(planned(offerOf(240_00), requestOf([care]))).toMatchObject({
			role: 'leader',
			reasons: [{ kind: 'not-theirs', role: 'officer', titles: ['care'] }]
		});
	});

	it('is recommended where only its length needs a leader and it is near all that is usable', () => {
		const long = requestOf([debtThat({ id: 'order', owes: 1184_37 })], {
			means: meansOf(55_00, 45_00)
		});
		const most = sliderEnds(WHEN, long)?.most ?? null;
		expect(shouldBeApproved(planned(offerOf(45_00), long), most)).toBe(true);
		expect(shouldBeApproved(planned(offerOf(35_00), long), most)).toBe(false);
	});
});

describe('dates that would avert a next step', () => {
	const summons = debtThat({
		id: 'summons',
		owes: 100_00,
		fromOn: day('2026-04-01'),
		stage: 'SUMMONS',
		facts: { taxYear: 2026, hearingOn: day('2026-12-10') }
	});

	it('are promised where they can be kept', () => {
		const plan = planned(offerOf(120_00), requestOf([summons, ORDER]));
		expect(plan.promised).toEqual([{ debtId: 'summons', by: '2026-12-09', what: 'the hearing' }]);
		expect(plan.clearOn[0]).toBe('2026-12-01');
		expect(flawOfPlan(claimOf(plan))).toBeNull();
	});

	it('and where they cannot, why not is proved', () => {
		const plan = planned(offerOf(100_00), requestOf([summons, ORDER]));
		expect(plan.promised).toEqual([]);
		expect(plan.notPromised[0]?.shortage).toEqual({
			payDays: 1,
			debts: [0],
			due: 110_00,
			canBePaid: 100_00
		});
	});
});

describe('what the product suggests', () => {
	const request = requestOf([debtThat({ id: 'order', owes: 1184_37 })], {
		means: meansOf(100_00, 90_00)
	});

	it('P4: is the least whole-pound payment that meets the officer’s dates', () => {
		const first = firstSuggestion(WHEN, request);
		expect(first.ok && [first.plan.offer.amount, first.plan.role]).toEqual([50_00, 'officer']);
	});

	it('P4: is all that is usable where no officer’s date can be met', () => {
		const poorer = { ...request, means: meansOf(50_00, 40_00) };
		const first = firstSuggestion(WHEN, poorer);
		expect(first.ok && [first.plan.offer.amount, first.plan.role]).toEqual([40_00, 'leader']);
	});

	it('has beside it the soonest end and the smallest payment, each better at something', () => {
		const named = alternatives(WHEN, request).map(({ name, plan }) => [
			name,
			plan.offer.amount,
			plan.payments.length,
			plan.role
		]);
		expect(named).toEqual([
			['suggested', 50_00, 24, 'officer'],
			['soonest', 90_00, 14, 'officer'],
			['smallest', 33_00, 36, 'leader']
		]);
	});

	it.each([
		['2026-11-30', null],
		['2026-12-01', 1184_37],
		['2027-03-31', 296_10],
		['2028-11-01', 49_35],
		['2035-01-01', 19_74]
	])('to be over by %s: %s', (by, amount) => {
		expect(paymentToEndBy(day(by), { when: WHEN, request })).toBe(amount);
	});

	it('never repeats itself', () => {
		const tiny = requestOf([debtThat({ id: 'order', owes: 10_00 })], {
			means: meansOf(20_00, 10_00)
		});
		expect(alternatives(WHEN, tiny)).toHaveLength(1);
	});

	it('goes from the least at any authority to what is usable', () => {
		expect(sliderEnds(WHEN, request)).toEqual({ least: 19_74, most: 90_00 });
		expect(sliderEnds(WHEN, { ...request, means: null })).toBeNull();
	});
});

const wishes = fc.record({
	rhythm: fc.constantFrom<Rhythm>(...RHYTHMS),
	firstIn: fc.nat(31),
	amount: fc.integer({ min: 100, max: 60_000 }),
	owes: fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 5 })
});

describe('every plan, whatever is offered', () => {
	it('pays what is owed and no more, is accepted by the checker, and every refusal is proved', () => {
		fc.assert(
			fc.property(wishes, ({ rhythm, firstIn, amount, owes }) => {
				const kinds = [ORDER, THIS_YEAR, OVERPAYMENT, ORDER, OVERPAYMENT];
				const debts = owes.map((sum, index) => ({
					...(kinds[index] ?? ORDER),
					id: `${index}`,
					balance: pence(sum)
				}));
				const offer = offerOf(amount, {
					rhythm,
					firstOn: addDays(DEMO_DAY, firstIn),
					nextPayDay: null
				});
				const request = requestOf(debts);
				const result = planFor(offer, request);
				if (result.ok) {
					const paid: Pence = plus(...result.plan.payments.map((payment) => payment.amount));
					expect(paid).toBe(plus(...debts.map((debt) => debt.balance)));
					expect(flawOfPlan(claimOf(result.plan))).toBeNull();
				} else if (result.refusal.because === 'date') {
					const claim = refusalClaimOf(result.refusal, {
						offer,
						debts: request.debts,
						role: 'manager'
					});
					expect(flawOfRefusal(claim)).toBeNull();
					const { nearest } = result.refusal;
					if (nearest) expect(planFor({ ...offer, amount: nearest }, request).ok).toBe(true);
				} else expect(result.refusal.because).toBe('minimums');
			}),
			{ numRuns: 300 }
		);
	});
});
