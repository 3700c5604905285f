/** Demo customer 11: at the desk with her bill in her hand. A payment in suspense, an earnings order and a sold car. */
import { pence } from '../../../../shared/money/pence.ts';
import { day } from '../../../../shared/time/day.ts';
import { billed, councilTax, instalments, debitOf } from '../recipes/council-tax.ts';
import { parking } from '../recipes/other-debts.ts';
import { payment } from '../recipes/owed.ts';
import { pounds, type Scenario } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const KEY = 'grace-okafor';
const EARLIER_REFERENCE = '7710219551';

export function graceOkafor(time: Timeline): Scenario {
	return {
		customers: [
			{
				key: KEY,
				givenNames: 'Grace',
				familyName: 'Okafor',
				bornOn: day('1982-10-05'),
				phones: [{ number: '07700 900305', confirmedOn: time.at('2026-01-22') }],
				addresses: [{ line1: '27 Saltmarsh Avenue', postcode: 'NM3 5LW' }]
			}
		],
		debts: [
			thisYear(time),
			earningsOrder(time),
			parking(time, {
				liable: KEY,
				reference: 'NM04699850',
				servedOn: time.at('2026-09-28'),
				dueOn: time.at('2026-12-07'),
				stage: 'NTO',
				stageOn: time.at('2026-11-10'),
				facts: { challengeUntilOn: time.at('2026-12-07') }
			})
		],
		suspense: [
			{
				amount: pounds('131'),
				on: time.at('2026-11-02'),
				method: 'bank-transfer',
				quoted: EARLIER_REFERENCE
			}
		]
	};
}

/** October was taken and came back with code 0; November was taken on the 16th. */
function thisYear(time: Timeline) {
	const year = time.year(0);
	const each = pounds('131');
	const within = (written: string, what: string) =>
		time.within(year, { written, what: `Grace Okafor, ${what}` });
	const dues = instalments(time, {
		each,
		count: 12,
		firstWritten: '2026-04-15',
		whose: 'Grace Okafor'
	});
	return councilTax(time, {
		year,
		liable: KEY,
		reference: '7710219553',
		dues,
		left: pounds('655'),
		paidBy: 'direct-debit',
		also: [
			payment(each, {
				on: within('2026-10-15', "October's Direct Debit"),
				method: 'direct-debit',
				payer: KEY
			}),
			{
				kind: 'reversal',
				amount: each,
				fund: 'bank',
				on: within('2026-10-19', "the return of October's Direct Debit"),
				method: 'arudd-0',
				payer: KEY
			},
			payment(each, {
				on: within('2026-11-16', "November's Direct Debit"),
				method: 'direct-debit',
				payer: KEY
			})
		],
		stage: 'REMINDER_1',
		stageOn: within('2026-11-09', 'the reminder'),
		facts: {
			...debitOf(dues, time.today),
			wholeBalanceDueOn: within('2026-11-23', 'the reminder')
		}
	});
}

function earningsOrder(time: Timeline) {
	const sinceOn = time.at('2026-07-13');
	return councilTax(time, {
		year: time.year(2),
		liable: KEY,
		reference: EARLIER_REFERENCE,
		dues: billed(time.year(2), pounds('1701.26')),
		left: pounds('604.20'),
		stage: 'AEO',
		stageOn: sinceOn,
		facts: {
			method: { kind: 'earnings-order', sinceOn, takesPence: pence(29614), every: 'month' }
		}
	});
}
