import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import type { DebtRecord } from '../debt.ts';
import { benefitDeductionsRun, nextStep, sayNextStep } from './next-step.ts';

const TODAY = day('2026-11-19');
const COSTS = samplePolicy(TODAY);

function debt(fields: Partial<DebtRecord>): DebtRecord {
	return {
		id: 'debt',
		stream: 'council-tax',
		title: 'Council Tax 2026 to 2027',
		reference: '7710448262',
		fromOn: day('2026-04-01'),
		untilOn: day('2027-03-31'),
		stage: 'DEMAND',
		stageOn: day('2026-03-10'),
		balance: pence(82600),
		dues: [{ on: day('2026-09-01'), amount: pence(82600) }],
		holds: [],
		facts: {},
		ground: 'sole',
		others: [],
		lastPayment: null,
		...fields
	};
}

function said(fields: Partial<DebtRecord>, hasSupportNeed = false): string | null {
	const step = nextStep(debt(fields), { hasSupportNeed, today: TODAY, costs: COSTS });
	return step && sayNextStep(step).replaceAll('\u00a0', ' ');
}

const ROWS: [string, Partial<DebtRecord>, string | null][] = [
	['an instalment was missed', {}, 'Reminder possible now'],
	['nothing is overdue', { dues: [{ on: day('2027-01-01'), amount: pence(82600) }] }, null],
	[
		'a reminder has run and the whole balance is not yet due',
		{
			stage: 'REMINDER_1',
			stageOn: day('2026-11-09'),
			facts: { wholeBalanceDueOn: day('2026-11-23') }
		},
		'Summons from 24 November 2026, adds £87.50'
	],
	[
		'a final notice of five days ago',
		{ stage: 'FINAL_NOTICE', stageOn: day('2026-11-14') },
		'Summons from 21 November 2026, adds £87.50'
	],
	[
		'a summons with its hearing',
		{ stage: 'SUMMONS', stageOn: day('2026-11-12'), facts: { hearingOn: day('2026-12-10') } },
		'Liability order from 10 December 2026'
	],
	[
		'an order without a method',
		{ stage: 'LIABILITY_ORDER', stageOn: day('2026-08-14') },
		'Earnings order, benefit deduction or enforcement agents possible now'
	],
	[
		'an earnings order that takes its sum',
		{
			stage: 'AEO',
			facts: {
				method: {
					kind: 'earnings-order',
					sinceOn: day('2026-06-01'),
					takesPence: pence(29614),
					every: 'month'
				}
			}
		},
		'£296.14 a month goes on being taken'
	],
	[
		'agents who have not visited',
		{ stage: 'ENFORCEMENT_AGENT', balance: pence(200000) },
		'Visit by enforcement agents, adds £272.50'
	],
	[
		'an overpayment that can still be appealed',
		{
			stream: 'overpayment',
			stage: 'INVOICE',
			stageOn: day('2026-06-03'),
			facts: { challengeUntilOn: day('2026-07-03') }
		},
		'Earnings deduction possible now. Late appeal to 3 July 2027 with good reason'
	],
	[
		'a Notice to Owner',
		{
			stream: 'parking',
			stage: 'NTO',
			stageOn: day('2026-11-11'),
			balance: pence(7000),
			facts: { challengeUntilOn: day('2026-12-08') }
		},
		'Pay or challenge by 8 December 2026. Charge certificate from 9 December 2026, adds £35.00'
	],
	[
		'a charge certificate',
		{ stream: 'parking', stage: 'CHARGE_CERTIFICATE', stageOn: day('2026-11-11') },
		'Order for recovery from 25 November 2026, adds £10.00 (unconfirmed, do not quote)'
	],
	[
		'a letter of claim: thirty whole days',
		{ stream: 'invoice', stage: 'LETTER_OF_CLAIM', stageOn: day('2026-11-01') },
		'County court claim from 2 December 2026'
	],
	[
		'a step that is only remembered',
		{ stream: 'business-rates', stage: 'LIABILITY_ORDER', stageOn: day('2026-10-16') },
		'Enforcement agents possible now (unconfirmed, do not quote)'
	],
	[
		'care, which never escalates by itself',
		{ stream: 'care', stage: 'INVOICE' },
		'Social care check possible now'
	],
	['a challenge that is being considered', { stream: 'parking', stage: 'REPRESENTATION' }, null],
	['nothing owed', { balance: pence(0) }, null],
	['a credit', { balance: pence(-21240) }, null],
	[
		'breathing space on its last day',
		{ holds: [{ kind: 'breathing-space', fromOn: day('2026-09-21'), untilOn: TODAY }] },
		null
	],
	[
		'breathing space that ended yesterday',
		{ holds: [{ kind: 'breathing-space', fromOn: day('2026-09-20'), untilOn: day('2026-11-18') }] },
		'Reminder possible now'
	],
	[
		'a hold that has no end yet',
		{ holds: [{ kind: 'insolvency', fromOn: day('2026-10-09'), untilOn: null }] },
		null
	]
];

describe('what usually happens next', () => {
	it.each(ROWS)('%s', (_name, fields, expected) => {
		expect(said(fields)).toBe(expected);
	});

	it('leaves agents out for a customer with a support need', () => {
		const order = { stage: 'LIABILITY_ORDER', stageOn: day('2026-08-14') };
		expect(said(order, true)).toBe('Earnings order or benefit deduction possible now');
		expect(said({ stage: 'ENFORCEMENT_AGENT' }, true)).toBe(
			'Support need: ask for the agents to be recalled'
		);
	});

	it('is nothing under an order while benefit deductions run under another', () => {
		const order = debt({ stage: 'LIABILITY_ORDER', stageOn: day('2026-08-14') });
		const taken = debt({
			stage: 'BENEFIT_DEDUCTION',
			facts: {
				method: {
					kind: 'benefit-deduction',
					sinceOn: day('2026-03-02'),
					takesPence: pence(2125),
					every: 'month'
				}
			}
		});
		const deductionsRun = benefitDeductionsRun([order, taken]);
		expect(
			nextStep(order, { hasSupportNeed: false, deductionsRun, today: TODAY, costs: COSTS })
		).toBeNull();
		expect(benefitDeductionsRun([order])).toBe(false);
	});

	it('cites its law', () => {
		const step = nextStep(debt({}), { hasSupportNeed: false, today: TODAY, costs: COSTS });
		expect(step).toMatchObject({ citation: 'SI 1992/613, reg 23(1)', confidence: 'confirmed' });
	});
});
