import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { debtThat } from '../../../tests/builders/debts.ts';
import { pence } from '../../money/pence.ts';
import { addDays, day } from '../../time/day.ts';
import type { HoldKind } from '../debt.ts';
import { transition } from '../ladder/ladders.ts';
import type { Asked, Circumstances, MovingDebt } from './case.ts';
import { mayMove } from './move.ts';

const TODAY = day('2026-11-19');
const NOBODY = {
	deductionsRun: false,
	hasSupportNeed: false,
	moratoriumFrom: null,
	earningsOrders: 0,
	confirmed: new Set<string>(),
	costs: samplePolicy(TODAY)
};

type Given = Omit<Partial<MovingDebt>, 'balance'> & { owes?: number };

function debt({ owes = 50000, ...given }: Given = {}): MovingDebt {
	return {
		...debtThat({ id: 'debt', owes }),
		history: [],
		running: [],
		lastPaidOn: null,
		...given,
		holds: given.holds ?? []
	};
}

type Row = [
	name: string,
	debt: Given,
	asked: Partial<Asked> & { to: string },
	now: Partial<Circumstances>,
	expected: object
];

const hold = (kind: HoldKind, customerId = 'kelly') => ({
	kind,
	customerId,
	fromOn: day('2026-11-08'),
	untilOn: day('2027-01-06')
});

const bill = { stage: 'DEMAND', stageOn: day('2026-03-10') };
const missed = { ...bill, dues: [{ on: day('2026-09-01'), amount: pence(50000) }] };
const summons = { stage: 'SUMMONS', stageOn: day('2026-11-01') };
const tried = (method: string, against: string | null = 'kelly') => ({
	running: [{ method, against }]
});
const refused = (because: string, more: object = {}) => ({ ok: false, because, ...more });

const ROWS: Row[] = [
	['a reminder for what is overdue', missed, { to: 'REMINDER_1' }, {}, { ok: true }],
	['a summons from a bill', missed, { to: 'SUMMONS' }, {}, refused('no-such-step')],
	['to where it stands', {}, { to: 'LIABILITY_ORDER' }, {}, refused('no-such-step')],
	['to a stage of no ladder', {}, { to: 'constructor' }, {}, refused('no-such-step')],
	['with nothing owed', { owes: 0 }, { to: 'AEO' }, {}, refused('nothing-owed')],
	['in credit', { owes: -1 }, { to: 'AEO' }, {}, refused('nothing-owed')],
	[
		'a reminder with nothing overdue',
		{ ...bill, dues: [{ on: TODAY, amount: pence(50000) }] },
		{ to: 'REMINDER_1' },
		{},
		refused('nothing-overdue')
	],
	[
		'a first reminder twice in a year',
		{ ...missed, history: [{ stage: 'REMINDER_1', on: day('2026-06-01') }] },
		{ to: 'REMINDER_1' },
		{},
		refused('condition-not-met')
	],
	[
		'a second reminder without a first',
		missed,
		{ to: 'REMINDER_2' },
		{},
		refused('condition-not-met')
	],
	[
		'an order on the fourteenth day after service',
		{ ...summons, stageOn: day('2026-11-05') },
		{ to: 'LIABILITY_ORDER' },
		{},
		refused('too-early', { from: '2026-11-20' })
	],
	[
		'an order on the fifteenth',
		{ ...summons, stageOn: day('2026-11-04') },
		{ to: 'LIABILITY_ORDER' },
		{},
		{ ok: true }
	],
	[
		'an order before the hearing',
		{ ...summons, facts: { hearingOn: day('2026-12-10') } },
		{ to: 'LIABILITY_ORDER' },
		{},
		refused('too-early', { from: '2026-12-10' })
	],
	[
		'a summons the day before the whole balance has been due',
		{
			stage: 'REMINDER_1',
			stageOn: day('2026-11-05'),
			dues: [{ on: day('2026-09-01'), amount: pence(50000) }]
		},
		{ to: 'SUMMONS' },
		{},
		refused('too-early', { from: '2026-11-20' })
	],
	[
		'a summons after it, without a final notice',
		{
			stage: 'REMINDER_1',
			stageOn: day('2026-11-04'),
			dues: [{ on: day('2026-09-01'), amount: pence(50000) }]
		},
		{ to: 'SUMMONS' },
		{},
		{ ok: true, move: { cost: { amount: 8750, kind: 'costs' } } }
	],
	[
		'a summons on the last day of six years',
		{
			stage: 'FINAL_NOTICE',
			stageOn: day('2026-11-01'),
			dues: [{ on: day('2020-11-20'), amount: pence(50000) }]
		},
		{ to: 'SUMMONS' },
		{},
		{ ok: true }
	],
	[
		'a summons a day later',
		{
			stage: 'FINAL_NOTICE',
			stageOn: day('2026-11-01'),
			dues: [{ on: day('2020-11-19'), amount: pence(50000) }]
		},
		{ to: 'SUMMONS' },
		{},
		refused('out-of-time', { lastDay: '2026-11-18' })
	],
	[
		'under breathing space',
		{ holds: [hold('breathing-space')] },
		{ to: 'AEO' },
		{},
		refused('held')
	],
	[
		'under another person’s breathing space',
		{ holds: [hold('breathing-space', 'dean')] },
		{ to: 'AEO' },
		{},
		refused('held')
	],
	[
		'under another person’s insolvency',
		{ holds: [hold('insolvency', 'dean')] },
		{ to: 'AEO' },
		{},
		{ ok: true }
	],
	[
		'under their own insolvency',
		{ holds: [hold('insolvency')] },
		{ to: 'AEO' },
		{},
		refused('held')
	],
	[
		'while it is proposed for a breathing space they are in',
		{},
		{ to: 'AEO' },
		{ moratoriumFrom: day('2026-11-08') },
		refused('proposed', { rule: { id: 'BS.qualifying' } })
	],
	[
		'the day after its last protected day',
		{ holds: [hold('breathing-space')] },
		{ to: 'AEO', today: day('2027-01-07') },
		{},
		{ ok: true }
	],
	[
		'while a plan is kept',
		{ agreed: { arrangedOn: day('2026-11-01'), promise: null } },
		{ to: 'AEO' },
		{},
		refused('agreed')
	],
	[
		'after a promise that was broken',
		{ agreed: { arrangedOn: null, promise: 'broken' } },
		{ to: 'AEO' },
		{},
		{ ok: true }
	],
	[
		'on the last day of a broken plan’s notice',
		{ noticeUntil: TODAY },
		{ to: 'AEO' },
		{},
		refused('in-notice', { lastDay: TODAY })
	],
	[
		'the day after a broken plan’s notice',
		{ noticeUntil: addDays(TODAY, -1) },
		{ to: 'AEO' },
		{},
		{ ok: true }
	],
	[
		'a hearing, though a plan is kept',
		{
			...summons,
			stageOn: day('2026-10-01'),
			agreed: { arrangedOn: day('2026-11-01'), promise: null }
		},
		{ to: 'LIABILITY_ORDER' },
		{},
		{ ok: true }
	],
	[
		'an earnings order while agents have it',
		{ stage: 'ENFORCEMENT_AGENT', ...tried('ENFORCEMENT_AGENT') },
		{ to: 'AEO' },
		{},
		refused('another-step-runs')
	],
	[
		'agents while an earnings order runs that nobody said against whom',
		tried('AEO', null),
		{ to: 'ENFORCEMENT_AGENT' },
		{},
		refused('another-step-runs')
	],
	[
		'agents against one while an earnings order runs against the other',
		tried('AEO', 'dean'),
		{ to: 'ENFORCEMENT_AGENT' },
		{},
		refused('step-against-another')
	],
	[
		'an earnings order while benefit deductions run under another order',
		{},
		{ to: 'AEO' },
		{ deductionsRun: true },
		refused('deductions-run')
	],
	[
		'a third earnings order',
		{},
		{ to: 'AEO' },
		{ earningsOrders: 2 },
		refused('condition-not-met')
	],
	['a second earnings order', {}, { to: 'AEO' }, { earningsOrders: 1 }, { ok: true }],
	[
		'agents for somebody with a support need',
		{},
		{ to: 'ENFORCEMENT_AGENT' },
		{ hasSupportNeed: true },
		refused('support-need')
	],
	[
		'a charging order for a penny less than the least',
		{ owes: 99999 },
		{ to: 'CHARGING_ORDER', isLookedAt: true },
		{},
		refused('condition-not-met', { rule: { id: 'CT.charging-order' } })
	],
	[
		'a charging order that nobody looked at',
		{ owes: 100000 },
		{ to: 'CHARGING_ORDER' },
		{},
		refused('needs-a-person')
	],
	[
		'a charging order that somebody looked at',
		{ owes: 100000 },
		{ to: 'CHARGING_ORDER', isLookedAt: true },
		{},
		{ ok: true }
	],
	[
		'bankruptcy by a rule that is only remembered',
		{ owes: 600000, stageOn: day('2026-08-14') },
		{ to: 'BANKRUPTCY', isLookedAt: true },
		{},
		refused('unconfirmed')
	],
	[
		'bankruptcy after the council confirmed the rule',
		{ owes: 600000 },
		{ to: 'BANKRUPTCY', isLookedAt: true },
		{ confirmed: new Set(['ladder-CT-LIABILITY_ORDER-BANKRUPTCY']) },
		{ ok: true }
	],
	[
		'a recall under breathing space, by a rule unsure of its fees',
		{
			stage: 'ENFORCEMENT_AGENT',
			holds: [hold('breathing-space')],
			...tried('ENFORCEMENT_AGENT')
		},
		{ to: 'LIABILITY_ORDER' },
		{},
		{ ok: true }
	],
	[
		'a penalty cancelled with nothing owed',
		{ stream: 'parking', stage: 'REPRESENTATION', owes: 0 },
		{ to: 'CANCELLED', isLookedAt: true },
		{},
		{ ok: true }
	],
	[
		'a charge certificate on the 28th day',
		{ stream: 'parking', stage: 'NTO', stageOn: day('2026-10-23'), owes: 7000 },
		{ to: 'CHARGE_CERTIFICATE' },
		{},
		refused('too-early', { from: '2026-11-20' })
	],
	[
		'a charge certificate on the 29th',
		{ stream: 'parking', stage: 'NTO', stageOn: day('2026-10-22'), owes: 7000 },
		{ to: 'CHARGE_CERTIFICATE' },
		{},
		{ ok: true, move: { cost: { amount: 3500 } } }
	],
	[
		'a letter of claim for care that nobody checked',
		{ stream: 'care', stage: 'SOCIAL_WORK_REVIEW' },
		{ to: 'LETTER_OF_CLAIM', isLookedAt: true },
		{},
		refused('care-check')
	],
	[
		'care by itself',
		{ stream: 'care', stage: 'SOCIAL_WORK_REVIEW', facts: { careCheckDone: true } },
		{ to: 'LETTER_OF_CLAIM' },
		{},
		refused('needs-a-person')
	],
	[
		'a claim on the thirtieth day after the letter',
		{ stream: 'invoice', stage: 'LETTER_OF_CLAIM', stageOn: day('2026-10-20') },
		{ to: 'CLAIM', isLookedAt: true },
		{},
		refused('too-early', { from: '2026-11-20' })
	]
];

describe('a move', () => {
	it.each(ROWS)('%s', (_name, given, asked, now, expected) => {
		const whole = { against: ['kelly'], isLookedAt: false, today: TODAY, ...asked };
		expect(mayMove(debt(given), whole, { ...NOBODY, ...now })).toMatchObject(expected);
	});

	it('cites every row of the ladder it passes', () => {
		const reminded = debt({
			stage: 'REMINDER_1',
			stageOn: day('2026-10-01'),
			dues: [{ on: day('2026-09-01'), amount: pence(50000) }]
		});
		const asked = { to: 'SUMMONS', against: ['kelly'], isLookedAt: false, today: TODAY };
		const moved = mayMove(reminded, asked, NOBODY);
		expect(moved.ok && moved.move.rules).toEqual([
			transition('CT', { from: 'REMINDER_1', to: 'FULL_BALANCE_DUE' }),
			transition('CT', { from: 'FINAL_NOTICE', to: 'SUMMONS' })
		]);
	});
});
