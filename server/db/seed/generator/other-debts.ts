/** Generated debts beside Council Tax, each on its stream's own days and sums. */
import type { DebtFacts, Method } from '../../../../shared/debts/facts.ts';
import { SUMMONS_COSTS } from '../summons-costs.ts';
import type { Stream } from '../../../../shared/debts/streams.ts';
import { least, NO_PENCE, pence, plus, type Pence } from '../../../../shared/money/pence.ts';
import { addDays, type Day } from '../../../../shared/time/day.ts';
import { billed } from '../recipes/council-tax.ts';
import { invoice, overpayment, parking, rates, rent } from '../recipes/other-debts.ts';
import type { SeedDebt } from '../scenario.ts';
import { generatedTax } from './council-tax.ts';
import { reducedToNothing, type Making } from './making.ts';

export const MAKERS: Record<Stream, (making: Making) => SeedDebt> = {
	'council-tax': generatedTax,
	'business-rates': (making) => generatedRates(making, 'business-rates'),
	bid: (making) => generatedRates(making, 'bid'),
	overpayment: generatedOverpayment,
	invoice: generatedInvoice,
	care: generatedCare,
	rent: generatedRent,
	'former-tenant': generatedFormerRent,
	parking: generatedPenalty
};

function generatedOverpayment(making: Making): SeedDebt {
	const { time, chance, stage, left } = making;
	const stageOn = ago(making, stage === 'DECISION_NOTICE' ? [2, 26] : [45, 700]);
	const method = deductionOf(making, stageOn);
	return overpayment(time, {
		...given(making, stageOn),
		reference: making.reference('HBO3', 5),
		decidedOn: stage === 'DECISION_NOTICE' || stage === 'INVOICE' ? stageOn : addDays(stageOn, -60),
		was: pence(left + (chance.happens(0.4) ? chance.whole(0, 60_000) : 0)),
		facts: method ? { method } : {}
	});
}

function deductionOf({ stage, chance, left }: Making, sinceOn: Day): Method | null {
	const taking = (kind: Method['kind'], takes: number, every: 'week' | 'month'): Method => ({
		kind,
		sinceOn,
		takesPence: least(left, pence(takes)),
		every
	});
	if (stage === 'HB_DEDUCTION') return taking('housing-benefit-deduction', 1440, 'week');
	if (stage === 'DWP_BENEFIT') return taking('benefit-deduction', 6374, 'month');
	return stage === 'DEA' ? taking('earnings-order', chance.whole(3000, 21_000), 'month') : null;
}

const INVOICED_FOR = [
	'Nursery fees',
	'Trade waste',
	'Allotment rent',
	'Garden waste',
	'Room hire',
	'Licence fee',
	'Pest control',
	'Damage to street furniture',
	'School transport',
	'Market stall'
] as const;

function generatedInvoice(making: Making): SeedDebt {
	const { time, chance, stage } = making;
	const stageOn = ago(making, stage === 'INVOICE' ? [3, 90] : [5, 260]);
	return invoice(time, {
		...given(making, stageOn),
		title: chance.pick(INVOICED_FOR),
		reference: making.reference('SI01', 6),
		invoicedOn: stage === 'INVOICE' ? stageOn : addDays(stageOn, -chance.whole(40, 120)),
		facts: stage === 'JUDGMENT' ? { courtSumPence: pence(chance.whole(5, 60) * 100) } : {}
	});
}

function generatedCare(making: Making): SeedDebt {
	const stageOn = ago(making, [5, 160]);
	return invoice(making.time, {
		...given(making, stageOn),
		stream: 'care',
		title: making.chance.pick(['Home care charges', 'Care charges', 'Day centre charges']),
		reference: making.reference('CA01', 6),
		invoicedOn: addDays(stageOn, -30),
		facts: { careCheckDone: making.stage !== 'INVOICE' && making.chance.happens(0.6) }
	});
}

function generatedRent(making: Making): SeedDebt {
	const stageOn = ago(making, [3, 120]);
	return rent(making.time, {
		...given(making, stageOn),
		reference: making.reference('RT01', 6),
		fromOn: addDays(stageOn, -making.chance.whole(200, 3000))
	});
}

function generatedFormerRent(making: Making): SeedDebt {
	const endedOn = ago(making, [120, 1500]);
	return rent(making.time, {
		...given(making, making.stage === 'TENANCY_ENDED' ? endedOn : addDays(endedOn, 40)),
		reference: making.reference('FT01', 6),
		fromOn: addDays(endedOn, -making.chance.whole(200, 2000)),
		endedOn
	});
}

/** How many days before today each stage was reached, so that its own clock has not run out. */
const PENALTY_AGES: Record<string, readonly [number, number]> = {
	PCN: [1, 27],
	NTO: [1, 27],
	CHARGE_CERTIFICATE: [1, 30],
	ORDER_FOR_RECOVERY: [1, 30]
};

const PENALTY = pence(7000);

function generatedPenalty(making: Making): SeedDebt {
	const { stage, holds, liable, time } = making;
	const stageOn = ago(making, PENALTY_AGES[stage] ?? [10, 200]);
	const servedOn = addDays(stageOn, stage === 'PCN' ? 0 : -40);
	const facts: DebtFacts = CHALLENGE_DAYS[stage]
		? { challengeUntilOn: addDays(stageOn, CHALLENGE_DAYS[stage]) }
		: {};
	const isCancelled = stage === 'CANCELLED';
	return parking(time, {
		holds,
		liable,
		stage,
		stageOn,
		reference: making.reference('NM05', 6),
		servedOn,
		dueOn: facts.challengeUntilOn ?? addDays(servedOn, 27),
		facts: stage === 'WARRANT' ? agentsSince(stageOn) : facts,
		...(isCancelled ? { left: NO_PENCE, also: [reducedToNothing(PENALTY, stageOn)] } : {})
	});
}

/** Days beginning with service, the last of which is still in time. */
const CHALLENGE_DAYS: Record<string, number> = {
	PCN: 27,
	NTO: 27,
	REJECTED: 27,
	ORDER_FOR_RECOVERY: 20
};

function generatedRates(making: Making, stream: 'business-rates' | 'bid'): SeedDebt {
	const { time, chance, stage, left } = making;
	const year = time.year(stage === 'DEMAND' || stage === 'FURTHER_NOTICE' ? 0 : 1);
	const early = stage === 'DEMAND';
	const stageOn = early ? year.startsOn : laterThan(year.startsOn, ago(making, [3, 120]));
	const bill = pence(left + chance.whole(20_000, 400_000));
	const dues = billed(year, bill);
	const future = plus(...dues.filter((due) => due.on >= time.today).map((due) => due.amount));
	const costs =
		stream === 'business-rates' && !early && stage !== 'FURTHER_NOTICE'
			? SUMMONS_COSTS.ratesSummons
			: NO_PENCE;
	return rates(time, {
		...given(making, stageOn),
		stream,
		year,
		dues,
		left: early ? future : least(plus(bill, costs), plus(left, future)),
		reference: making.reference(stream === 'bid' ? 'BID1' : '40102', 6),
		facts: {
			capacity: 'company',
			...(stage === 'FURTHER_NOTICE' ? { wholeBalanceDueOn: addDays(stageOn, 14) } : {}),
			...(stage === 'SUMMONS' ? { hearingOn: addDays(stageOn, 125) } : {}),
			...(stage === 'ENFORCEMENT_AGENT' ? agentsSince(stageOn) : {})
		}
	});
}

function agentsSince(sinceOn: Day): DebtFacts {
	return { method: { kind: 'agents', sinceOn, feesPence: pence(7500), feesToldOn: sinceOn } };
}

function given(making: Making, stageOn: Day) {
	const { liable, holds, stage } = making;
	const left: Pence = making.left;
	return { liable, holds, stage, stageOn, left };
}

function ago({ time, chance }: Making, [least, most]: readonly [number, number]): Day {
	return addDays(time.today, -chance.whole(least, most));
}

function laterThan(soonest: Day, on: Day): Day {
	return on < soonest ? soonest : on;
}
