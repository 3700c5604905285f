/** Demo customer 3: breathing space over some debts and not others, agents to be stopped within the hour. */
import { pence } from '../../../../shared/money/pence.ts';
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax, instalments } from '../recipes/council-tax.ts';
import { overpayment, parking } from '../recipes/other-debts.ts';
import { pounds, type Scenario, type SeedHold } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'gareth-pellow';

export function garethPellow(time: Timeline): Scenario {
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Gareth',
				familyName: 'Pellow',
				bornOn: day('1969-07-02'),
				phones: [{ number: '01632 960284', confirmedOn: time.at('2026-05-11') }],
				addresses: [{ line1: '3 Weir Cottages', postcode: 'NM2 4LB' }]
			}
		],
		debts: [
			withAgents(time),
			fromUniversalCredit(time),
			councilTax(time, {
				year: time.year(0),
				liable: KEY,
				reference: '7710331947',
				dues: instalments(time, {
					each: pounds('141'),
					count: 12,
					firstWritten: '2026-04-01',
					whose: 'Gareth Pellow'
				}),
				left: pounds('564'),
				stage: 'DEMAND',
				stageOn: time.year(0).startsOn
			}),
			parking(time, {
				liable: KEY,
				reference: 'NM04688213',
				servedOn: time.at('2026-09-14'),
				dueOn: time.at('2026-11-10'),
				stage: 'CHARGE_CERTIFICATE',
				stageOn: time.at('2026-11-11'),
				holds: [breathingSpace(time)]
			}),
			overpayment(time, {
				liable: KEY,
				reference: 'HBO204419',
				decidedOn: time.at('2026-02-18'),
				left: pounds('890'),
				stage: 'INVOICE',
				stageOn: time.at('2026-02-18')
			})
		]
	};
}

/** Day 60 is its last protected day. */
function breathingSpace(time: Timeline): SeedHold {
	return {
		kind: 'breathing-space',
		fromOn: time.at('2026-11-08'),
		untilOn: time.at('2027-01-06'),
		reference: 'Harbour Money Advice, 01632 960511'
	};
}

function withAgents(time: Timeline) {
	const year = time.year(2);
	const instructedOn = time.at('2026-10-30');
	return councilTax(time, {
		year,
		liable: KEY,
		reference: '7710331945',
		dues: billed(year, pounds('1560')),
		left: pounds('1020'),
		stage: 'ENFORCEMENT_AGENT',
		stageOn: instructedOn,
		facts: {
			method: {
				kind: 'agents',
				sinceOn: instructedOn,
				feesPence: pence(7500),
				feesToldOn: instructedOn
			}
		},
		holds: [breathingSpace(time)]
	});
}

function fromUniversalCredit(time: Timeline) {
	const year = time.year(3);
	const sinceOn = time.at('2025-02-10');
	return councilTax(time, {
		year,
		liable: KEY,
		reference: '7710331944',
		dues: billed(year, pounds('1488')),
		left: pounds('255'),
		stage: 'BENEFIT_DEDUCTION',
		stageOn: sinceOn,
		facts: {
			method: { kind: 'benefit-deduction', sinceOn, takesPence: pence(2125), every: 'month' }
		},
		holds: [breathingSpace(time)]
	});
}
