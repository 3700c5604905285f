import { describe, expect, it } from 'vitest';
import { debtThat, monthlyDues } from '../../../tests/builders/debts.ts';
import { DEMO_DAY, POLICY, SORTING } from '../../../tests/builders/plans.ts';
import type { DebtRecord, HoldKind } from '../../debts/debt.ts';
import { formatPounds, pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { addedBy, usuallyNext, type Life, type Next } from './usually.ts';

const LIFE: Life = {
	...SORTING,
	netPay: null,
	universalCredit: null,
	hasPensionCredit: false,
	hasHousingBenefit: false,
	hasSupportNeed: false,
	hasCouncilTaxSupport: false,
	costs: POLICY
};

const PAID = { net: pence(1286_40), basis: 'monthly', periods: 1, rhythm: 'monthly' } as const;
const NEED = { hasSupportNeed: true };
const SUPPORT = { hasCouncilTaxSupport: true };

const ORDER = debtThat({ id: 'order', owes: 1184_37 });
const OVERDUE = monthlyDues(118_00, { from: '2026-04-01', count: 12 });

const LATER = [{ on: day('2027-01-01'), amount: pence(700_00) }];

const of = (change: Partial<DebtRecord> & { owes?: number }): DebtRecord =>
	debtThat({ id: 'debt', owes: 700_00, ...change });

const rates = (stage: string) => of({ stream: 'business-rates', stage, dues: OVERDUE });
const parking = (stage: string, change: Partial<DebtRecord> = {}) =>
	of({ owes: 70_00, stream: 'parking', stage, stageOn: day('2026-11-11'), ...change });

/** As it stands on a screen: `Summons, 24 November 2026, +£87.50`. */
function lines({ steps, methods, note }: Pick<Next, 'steps' | 'methods' | 'note'>): string[] {
	const shown = [...steps, ...methods].map(({ words, from, isRunning, adds, mayQuote }) =>
		[
			words,
			isRunning ? 'now' : from,
			adds === null ? null : `+${formatPounds(adds)}`,
			mayQuote ? null : 'unconfirmed'
		]
			.filter((part) => part !== null)
			.join(', ')
	);
	return [...shown, ...(note === null ? [] : [note])].map((line) => line.replaceAll('\u00a0', ' '));
}

function saidOf(debt: DebtRecord, life: Partial<Life> = {}): string[] {
	const [next] = usuallyNext([debt], { ...LIFE, ...life });
	return next ? lines(next) : [];
}

const AGENTS = [
	'Enforcement agents write, 2026-11-19, +£75.00',
	'A visit, seven clear days after their notice, 2026-11-27, +£235.00',
	'Goods sold, where any are taken, +£110.00'
];
const SPARED = 'No enforcement agents: council policy spares them.';
const ONE = 'Only one of these runs at a time.';
const EARNINGS =
	'An earnings order would take about £154.37 a month (12% of £1,286.40), 2026-11-19';

const withAgents = of({
	stage: 'ENFORCEMENT_AGENT',
	facts: { method: { kind: 'agents', sinceOn: DEMO_DAY } }
});
const invoiced = of({ stream: 'overpayment', stage: 'INVOICE', stageOn: day('2026-06-03') });

describe('what usually happens next, stream by stream', () => {
	it.each<[string, DebtRecord, Partial<Life>, string[]]>([
		[
			'a bill with an instalment missed',
			of({ stage: 'DEMAND', stageOn: day('2026-03-10'), dues: OVERDUE }),
			{ netPay: PAID, ...NEED },
			[
				'Reminder, 2026-11-19',
				'Summons, 2026-12-04, +£87.50',
				'Liability order, 2026-12-18',
				'An earnings order would take about £154.37 a month (12% of £1,286.40), 2026-12-18',
				SPARED
			]
		],
		['a bill with nothing overdue', of({ stage: 'DEMAND', dues: LATER }), {}, []],
		[
			'a hearing, and then the order',
			of({ stage: 'SUMMONS', stageOn: day('2026-11-12'), facts: { hearingOn: day('2026-12-10') } }),
			{ netPay: PAID, ...SUPPORT },
			[
				'Liability order, 2026-12-10',
				'An earnings order would take about £154.37 a month (12% of £1,286.40), 2026-12-10',
				SPARED
			]
		],
		[
			'an order, with wages and Universal Credit',
			ORDER,
			{ netPay: PAID, universalCredit: 'single-25' },
			[
				EARNINGS,
				'A deduction from Universal Credit would take about £21.25 a month (5% of £424.90), 2026-11-19',
				...AGENTS,
				ONE
			]
		],
		['an order, with a support need', ORDER, { netPay: PAID, ...NEED }, [EARNINGS, SPARED]],
		['an order, with Council Tax Support', ORDER, { netPay: PAID, ...SUPPORT }, [EARNINGS, SPARED]],
		[
			'an order, and nothing known of what comes in',
			ORDER,
			{},
			['Earnings order or benefit deduction, 2026-11-19', ...AGENTS]
		],
		[
			'an order, and wages too small to be touched',
			ORDER,
			{ netPay: { ...PAID, net: pence(300_00) }, ...NEED },
			['Earnings order or benefit deduction, 2026-11-19', SPARED]
		],
		[
			'an order, with Pension Credit, of which the figure is computed',
			ORDER,
			{ hasPensionCredit: true, ...NEED },
			[
				'A deduction from Pension Credit would take about £4.80 a week (5% of £95.55, to the next 5p), 2026-11-19, unconfirmed',
				SPARED
			]
		],
		['agents, not yet there', withAgents, {}, ['Visit by enforcement agents, now, +£235.00']],
		[
			'agents, and a support need',
			withAgents,
			NEED,
			['Support need: ask for the agents to be recalled, now']
		],
		[
			'agents, and Council Tax Support',
			withAgents,
			SUPPORT,
			['Council Tax Support: ask for the agents to be recalled, now']
		],
		[
			'a deduction that runs',
			of({
				stage: 'BENEFIT_DEDUCTION',
				facts: {
					method: {
						kind: 'benefit-deduction',
						sinceOn: DEMO_DAY,
						takesPence: pence(21_25),
						every: 'month'
					}
				}
			}),
			{},
			['£21.25 a month goes on being taken, now']
		],
		['rates under an order', rates('LIABILITY_ORDER'), {}, AGENTS],
		['rates under an order, with a support need', rates('LIABILITY_ORDER'), NEED, [SPARED]],
		['rates under an order, with Council Tax Support', rates('LIABILITY_ORDER'), SUPPORT, [SPARED]],
		[
			'a levy',
			of({ stream: 'bid', stage: 'DEMAND' }),
			{},
			['Summons, 2026-11-19, +£120.00, unconfirmed']
		],
		[
			'a benefit decision, while Housing Benefit is paid',
			of({
				stream: 'overpayment',
				stage: 'DECISION_NOTICE',
				stageOn: day('2026-11-01'),
				facts: { challengeUntilOn: day('2026-12-01') }
			}),
			{ hasHousingBenefit: true },
			[
				'From Housing Benefit it would take about £14.40 a week (at most; less is agreed where it causes hardship), 2026-12-02, unconfirmed',
				'Appeal by 1 December 2026.'
			]
		],
		[
			'an overpayment invoice, with wages: the standard rate',
			invoiced,
			{ netPay: PAID },
			[
				'An earnings deduction, without a court, would take about £141.50 a month (11% of £1,286.40), 2026-11-19'
			]
		],
		[
			'an overpayment invoice, with daily pay that no table reads',
			invoiced,
			{ netPay: { ...PAID, basis: 'daily' } },
			['Earnings deduction, 2026-11-19']
		],
		[
			'an overpayment invoice, with Universal Credit',
			invoiced,
			{ universalCredit: 'single-25' },
			[
				'From Universal Credit it would take about £63.74 a month (at most, for every debt together), 2026-11-19'
			]
		],
		[
			'an invoice',
			of({ stream: 'invoice', stage: 'REMINDER', stageOn: day('2026-10-20') }),
			{},
			['Letter of claim, 2026-11-19', 'County court claim, with the court’s own fee, 2026-12-20']
		],
		['a judgment kept to', of({ stream: 'invoice', stage: 'JUDGMENT', dues: LATER }), {}, []],
		[
			'a judgment not kept to, with a support need',
			of({ stream: 'invoice', stage: 'JUDGMENT', dues: OVERDUE }),
			NEED,
			[SPARED]
		],
		[
			'a care charge: social care first',
			of({ stream: 'care', stage: 'INVOICE', dues: OVERDUE }),
			{},
			[
				'Social care check, 2026-11-19',
				'Letter of claim, 2026-11-19',
				'County court claim, with the court’s own fee, 2026-12-20'
			]
		],
		[
			'rent arrears',
			of({ stream: 'rent', stage: 'CONTACT', dues: OVERDUE }),
			{},
			[
				'Notice of seeking possession, 2026-11-19, unconfirmed',
				'Possession claim, with the court’s own fee, 2026-12-17'
			]
		],
		[
			'a former tenant',
			of({ stream: 'former-tenant', stage: 'TENANCY_ENDED' }),
			{},
			['Letter, 2026-11-19', 'Letter of claim, 2026-11-19']
		],
		[
			'a penalty: half as much again, then the fee, then agents',
			parking('NTO', { facts: { challengeUntilOn: day('2026-12-08') } }),
			{},
			[
				'Charge certificate, 2026-12-09, +£35.00',
				'Order for recovery, 2026-12-23, +£10.00, unconfirmed',
				'Warrant to enforcement agents, 2027-01-13, +£75.00',
				'A visit, seven clear days after their notice, 2027-01-21, +£235.00',
				'Goods sold, where any are taken, +£110.00',
				'Pay or challenge by 8 December 2026.'
			]
		],
		[
			'a penalty, with a support need',
			parking('NTO'),
			NEED,
			[
				'Charge certificate, 2026-12-09, +£35.00',
				'Order for recovery, 2026-12-23, +£10.00, unconfirmed',
				SPARED
			]
		],
		['a penalty with the tribunal', parking('TRIBUNAL'), {}, []],
		[
			'a debt of the company they direct',
			of({ ground: 'director' }),
			{},
			['Not theirs to answer for.']
		]
	])('%s', (_, debt, life, expected) => {
		expect(saidOf(debt, life)).toEqual(expected);
	});

	it('of a larger debt adds 7.5% of what is above £1,500, on the balance as it stands by then', () => {
		expect(saidOf(of({ owes: 2000_00 }), { netPay: PAID })).toContain(
			'A visit, seven clear days after their notice, 2026-11-27, +£272.50'
		);
		const billed = of({ owes: 1450_00, stage: 'FINAL_NOTICE', stageOn: day('2026-11-14') });
		expect(saidOf(billed).at(-2)).toBe(
			'A visit, seven clear days after their notice, 2026-12-13, +£237.81'
		);
	});

	it('cites the law and the policy of every step and figure', () => {
		const [next] = usuallyNext([of({ stage: 'FINAL_NOTICE' })], { ...LIFE, netPay: PAID });
		expect(next?.steps[0]?.rules).toEqual([
			'ladder-CT-FINAL_NOTICE-SUMMONS',
			POLICY.COSTS.id,
			'CT.order-costs'
		]);
		expect(next?.methods.map(({ cites, rules }) => [cites.join(), rules.join()])).toEqual([
			['SI 1992/613', 'AEO.E-2007'],
			['SI 2014/1', 'FEES.TCG-2014'],
			['SI 2014/1,SI 2013/1894', 'FEES.TCG-2014,TCG.notice'],
			['SI 2014/1', 'FEES.TCG-2014']
		]);
		expect(next && addedBy(next)).toBe(87_50 + 75_00 + 235_00 + 110_00);
	});

	it('has the costs of a summons and of an order apart, each by its own row of policy', () => {
		const order = { councilTaxOrder: pence(32_50), ratesOrder: pence(45_00) };
		const costs = { ...POLICY, OC: { id: 'policy.OC.2', value: order } };
		const [tax] = usuallyNext([of({ stage: 'FINAL_NOTICE' })], { ...LIFE, costs });
		expect(tax?.steps.map(({ adds, rules }) => [adds, ...rules])).toEqual([
			[87_50, 'ladder-CT-FINAL_NOTICE-SUMMONS', 'policy.COSTS', 'CT.order-costs'],
			[32_50, 'ladder-CT-SUMMONS-LIABILITY_ORDER', 'policy.OC.2', 'CT.order-costs', 'CT.order-fee']
		]);
		const [shop] = usuallyNext([rates('SUMMONS')], { ...LIFE, costs });
		expect(shop?.steps[0]).toMatchObject({ adds: 45_00, mayQuote: true });
		expect(shop?.steps[0]?.rules.at(-1)).toBe('policy.OC.2');
		const [levy] = usuallyNext([of({ stream: 'bid', stage: 'DEMAND' })], { ...LIFE, costs });
		expect(levy?.steps[0]?.adds).toBe(120_00 + 45_00);
		const [asked] = usuallyNext([of({ stage: 'SUMMONS' })], LIFE);
		expect(asked?.steps[0]).toMatchObject({ adds: null });
		expect(asked?.steps[0]?.rules).toContain(POLICY.OC.id);
	});

	it('may be quoted once the council has confirmed what it stands on', () => {
		const confirmed = new Set(['PCN.order-for-recovery']);
		expect(saidOf(parking('CHARGE_CERTIFICATE'), { ...NEED, confirmed })[0]).toBe(
			'Order for recovery, 2026-11-25, +£10.00'
		);
	});

	it('never threatens', () => {
		const all = ['DEMAND', 'REMINDER_1', 'SUMMONS', 'LIABILITY_ORDER', 'ENFORCEMENT_AGENT'];
		const words = all.flatMap((stage) => saidOf(of({ stage, dues: OVERDUE }), { netPay: PAID }));
		expect(words.join(' ')).not.toMatch(/\bwill\b|must|seize|prison|bailiff|or else|unless/i);
	});
});

describe('where nothing may follow', () => {
	const held = (kind: HoldKind, mine = true) =>
		of({ holds: [{ kind, fromOn: DEMO_DAY, untilOn: day('2027-01-06'), mine }] });

	it.each<[string, DebtRecord, string]>([
		['a claim is open', held('application-pending'), 'Nothing happens until 6 January 2027.'],
		[
			'there is nothing left to pay with',
			held('no-surplus'),
			'Nothing happens until 6 January 2027.'
		],
		[
			'breathing space',
			held('breathing-space'),
			'Nothing happens until 6 January 2027, and nothing is asked for. What comes after may be answered if they ask; a bill that goes on, and a payment they offer, may be talked about.'
		],
		[
			'another person’s breathing space: neither why nor until when',
			held('breathing-space', false),
			'Nothing happens while recovery is paused.'
		]
	])('%s', (_, debt, said) => {
		expect(saidOf(debt, { netPay: PAID })).toEqual([said]);
	});

	it('in breathing space of their own asks for nothing else either, but for a trade', () => {
		const other = of({ id: 'other', stream: 'overpayment', stage: 'INVOICE' });
		const trade = of({ id: 'trade', stream: 'invoice', stage: 'REMINDER' });
		const follows = (life: Partial<Life>) =>
			usuallyNext([held('breathing-space'), other, trade], { ...LIFE, ...life }).map(
				({ steps }) => steps.length
			);
		expect(follows({})).toEqual([0, 0, 0]);
		expect(follows({ payer: 'sole-trader' })).toEqual([0, 0, 2]);
	});

	it('under any order while Council Tax is taken from their benefit', () => {
		const method = { kind: 'benefit-deduction', sinceOn: DEMO_DAY } as const;
		const taken = of({ id: 'older', stage: 'BENEFIT_DEDUCTION', facts: { method } });
		const [order] = usuallyNext([ORDER, taken], { ...LIFE, netPay: PAID });
		expect(order && lines(order)).toEqual([
			'Nothing else begins under an order while Council Tax is taken from a benefit.'
		]);
	});

	it('has no third earnings order', () => {
		const method = { kind: 'earnings-order', sinceOn: DEMO_DAY } as const;
		const running = ['one', 'two'].map((id) => of({ id, stage: 'AEO', facts: { method } }));
		const [order] = usuallyNext([ORDER, ...running], { ...LIFE, netPay: PAID, ...NEED });
		expect(order && lines(order)[0]).toBe('Earnings order or benefit deduction, 2026-11-19');
	});

	it('says nothing of what is paid off', () => {
		expect(usuallyNext([of({ owes: 0 })], LIFE)).toEqual([]);
	});
});
