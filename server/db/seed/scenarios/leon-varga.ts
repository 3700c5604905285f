/** Demo customer 7: five debts, agents at the door and nothing left at the end of the month. */
import { pence } from '../../../../shared/money/pence.ts';
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax } from '../recipes/council-tax.ts';
import { overpayment, parking } from '../recipes/other-debts.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'leon-varga';

export function leonVarga(time: Timeline): Scenario {
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Leon',
				familyName: 'Varga',
				bornOn: day('1980-01-19'),
				phones: [{ number: '07700 900451', confirmedOn: time.at('2026-06-24') }],
				addresses: [{ line1: '118b Foundry Street', postcode: 'NM2 9XF' }]
			}
		],
		debts: [
			fromUniversalCredit(time),
			withAgents(time),
			councilTax(time, {
				year: time.year(1),
				liable: KEY,
				reference: '7710298813',
				dues: billed(time.year(1), pounds('1146.75')),
				left: pounds('1114.25'),
				stage: 'LIABILITY_ORDER',
				stageOn: time.at('2026-07-10')
			}),
			overpayment(time, {
				liable: KEY,
				reference: 'HBO206630',
				decidedOn: time.at('2026-03-11'),
				left: pounds('890'),
				stage: 'INVOICE',
				stageOn: time.at('2026-03-11')
			}),
			warrant(time)
		]
	};
}

function fromUniversalCredit(time: Timeline) {
	const sinceOn = time.at('2026-03-02');
	return councilTax(time, {
		year: time.year(3),
		liable: KEY,
		reference: '7710298811',
		dues: billed(time.year(3), pounds('1020')),
		left: pounds('842.60'),
		stage: 'BENEFIT_DEDUCTION',
		stageOn: sinceOn,
		facts: {
			method: { kind: 'benefit-deduction', sinceOn, takesPence: pence(2125), every: 'month' }
		}
	});
}

function withAgents(time: Timeline) {
	const sinceOn = time.at('2026-09-29');
	const visitedOn = time.at('2026-11-12');
	return councilTax(time, {
		year: time.year(2),
		liable: KEY,
		reference: '7710298812',
		dues: billed(time.year(2), pounds('1084')),
		left: pounds('1003.15'),
		stage: 'ENFORCEMENT_AGENT',
		stageOn: sinceOn,
		facts: {
			method: {
				kind: 'agents',
				sinceOn,
				visitedOn,
				feesPence: pence(31000),
				feesToldOn: visitedOn
			}
		}
	});
}

function warrant(time: Timeline) {
	const sinceOn = time.at('2026-10-21');
	return parking(time, {
		liable: KEY,
		reference: 'NM04602717',
		servedOn: time.at('2026-05-06'),
		dueOn: time.at('2026-07-01'),
		stage: 'WARRANT',
		stageOn: sinceOn,
		facts: {
			method: { kind: 'agents', sinceOn, feesPence: pence(7500), feesToldOn: sinceOn }
		}
	});
}
