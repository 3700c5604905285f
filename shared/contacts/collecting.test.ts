import { describe, expect, it } from 'vitest';
import { debtThat } from '../../tests/builders/debts.ts';
import {
	contactThat,
	KELLY_TELLS,
	knownWith,
	offerMade,
	statementTold
} from '../../tests/builders/money-talk.ts';
import type { CollectingAnswer } from '../arrangements/terms/collector.ts';
import type { DebtRecord } from '../debts/debt.ts';
import type { Collected } from '../debts/facts.ts';
import { pence } from '../money/pence.ts';
import { needsOf } from '../outcomes/approval.ts';
import { instructionsFor } from '../outcomes/instruct.ts';
import { besideOf, endings } from '../arrangements/terms/collecting.ts';
import { dispositionsOf } from '../outcomes/disposition.ts';
import { readBack } from '../outcomes/read-back.ts';
import { day } from '../time/day.ts';
import { agreeingFrom } from './agreeing.ts';
import type { ContactEventBody } from './log/events.ts';

const paidBy = (by: string, on = '2026-11-16', mine = true) => ({
	lastPayment: { on: day(on), amount: pence(131_00), mine, by }
});
const saidBy = (collected: Collected) => debtThat({ ...INVOICE, collected });
const DEBIT = { by: 'direct-debit', takesPence: pence(90_00), every: 'month' } as const;
const ORDER = debtThat({ id: 'order', owes: 600_00 });
const INVOICE = { id: 'invoice', owes: 300_00, stream: 'invoice', stage: 'REMINDER' } as const;
const BY_DEBIT = debtThat({ ...INVOICE, ...paidBy('direct-debit') });
const taken = (kind: 'earnings-order' | 'benefit-deduction' | 'agents' | 'charging-order') => ({
	method: { kind, sinceOn: day('2026-06-01'), takesPence: pence(296_14), every: 'month' } as const
});
const EARNINGS = debtThat({
	id: 'earnings',
	owes: 604_20,
	stage: 'AEO',
	facts: taken('earnings-order')
});

function input(debt: DebtRecord, answer: CollectingAnswer | null = null) {
	const answered: ContactEventBody[] =
		answer === null ? [] : [{ type: 'collectingAnswered', debtId: debt.id, answer }];
	const told = statementTold('full', KELLY_TELLS);
	return agreeingFrom(
		contactThat(...told, ...answered, offerMade(110_00)),
		knownWith([ORDER, debt])
	);
}

function outcome(debt: DebtRecord, answer: CollectingAnswer | null = null) {
	const made = input(debt, answer);
	const said = readBack(made);
	if (!said.ok) return 'words' in said ? said.words : said.because;
	const inPlan = made.planned?.ok ? made.planned.plan.debts.map(({ debtId }) => debtId) : [];
	const ids = ['ends', 'keeps', 'out'].map((what) => `${what}-${debt.id}`);
	const about = said.lines.filter(({ id }) => ids.includes(id));
	return {
		isIn: inPlan.includes(debt.id),
		says: about.map(({ text }) => text),
		needs: needsOf(said, { own: 'officer', input: made }).map(({ id, role }) => [id, role]),
		told: instructionsFor([], {
			planDebtIds: [],
			ended: endings((made.planned?.ok && made.planned.collecting) || [])
		})
	};
}

describe('what already collects a debt', () => {
	it('is asked about before a plan is agreed, in a sentence', () => {
		expect(outcome(BY_DEBIT)).toBe(
			'invoice is already being collected, £131.00 a month by Direct Debit. Ask whether this plan replaces it, it goes on and the account is left out, or it stops.'
		);
		expect(outcome(EARNINGS)).toContain('£296.14 a month by earnings order');
	});

	it.each<[string, DebtRecord]>([
		['paid by card', debtThat({ ...INVOICE, ...paidBy('card') })],
		[
			'paid by Direct Debit long ago',
			debtThat({ ...INVOICE, ...paidBy('direct-debit', '2026-10-04') })
		],
		[
			'paid by somebody else',
			debtThat({ ...INVOICE, ...paidBy('direct-debit', '2026-11-16', false) })
		],
		['that nothing is owed on', debtThat({ ...INVOICE, ...paidBy('direct-debit'), owes: 0 })],
		['with a charge on a home', debtThat({ id: 'c', owes: 9_00, facts: taken('charging-order') })],
		[
			'that is held',
			debtThat({
				...INVOICE,
				...paidBy('direct-debit'),
				holds: [{ kind: 'dispute', fromOn: day('2026-11-01'), untilOn: null }]
			})
		],
		[
			'that is in a plan already',
			debtThat({
				...INVOICE,
				...paidBy('direct-debit'),
				agreed: { arrangedOn: day('2026-06-01'), promise: null }
			})
		]
	])('is not asked of one %s', (_, debt) => {
		expect(outcome(debt)).toMatchObject({ needs: [], told: [] });
	});

	it.each<[string, DebtRecord, string]>([
		[
			'before anything is paid, with the day it takes next',
			saidBy({ ...DEBIT, nextOn: day('2026-12-15') }),
			'£90.00 a month by Direct Debit, next on 15 December 2026'
		],
		[
			'but for a day that is gone',
			saidBy({ ...DEBIT, nextOn: day('2026-11-15') }),
			'£90.00 a month by Direct Debit. Ask'
		],
		[
			'before how the last payment was made',
			debtThat({ ...INVOICE, ...paidBy('standing-order'), collected: DEBIT }),
			'£90.00 a month by Direct Debit'
		],
		['by the week', saidBy({ ...DEBIT, every: 'week' }), '£90.00 a week by Direct Debit'],
		['without a sum', saidBy({ by: 'standing-order' }), 'by standing order. Ask'],
		[
			'and is believed of Direct Debits alone where it knows of nothing',
			debtThat({ ...INVOICE, ...paidBy('standing-order'), collected: { by: 'nothing' } }),
			'£131.00 a month by standing order'
		]
	])('is as its source says, %s', (_, debt, says) => {
		const said = outcome(debt);
		expect(typeof said === 'string' ? said.replaceAll('\u00a0', ' ') : said).toContain(says);
	});

	it('has ended where its source says that there is none, though it was paid by it lately', () => {
		const debt = debtThat({ ...INVOICE, ...paidBy('direct-debit'), collected: { by: 'nothing' } });
		expect(outcome(debt)).toMatchObject({ isIn: true, needs: [] });
	});

	it('a Direct Debit that the plan replaces is ended, and the debt is in the plan', () => {
		expect(outcome(BY_DEBIT, 'replace')).toEqual({
			isIn: true,
			says: ['We end the Direct Debit for invoice. This plan takes its place.'],
			needs: [],
			told: [{ debtId: 'invoice', kind: 'end', because: 'direct-debit' }]
		});
	});

	it('one that goes on keeps its debt out, with why', () => {
		expect(outcome(BY_DEBIT, 'keep')).toEqual({
			isIn: false,
			says: [
				'The Direct Debit for invoice, £131 a month, goes on beside this plan: we do not stop it.',
				'invoice is not in it. It is paid already, £131.00 a month by Direct Debit. That goes on as it is.'
			],
			needs: [],
			told: []
		});
	});

	it.each<[CollectingAnswer, string]>([
		['replace', '. Replaced by it: £131.00 a month by Direct Debit'],
		['keep', '. Goes on beside it, that account left out: £131.00 a month by Direct Debit'],
		['stop', '. Stopped: £131.00 a month by Direct Debit']
	])('stands on the contact’s record when it is to %s', (answer, says) => {
		const { planned } = input(BY_DEBIT, answer);
		if (!planned?.ok) throw new Error('There is no plan.');
		const { plan, collecting = [] } = planned;
		const [first] = dispositionsOf(plan, [], { collecting });
		expect(first?.text.slice(-says.length)).toBe(says);
		expect(besideOf(collecting)).toHaveLength(answer === 'keep' ? 1 : 0);
	});

	it('one that stops is ended, and its debt is out', () => {
		expect(outcome(BY_DEBIT, 'stop')).toMatchObject({
			isIn: false,
			told: [{ kind: 'end', because: 'direct-debit' }]
		});
	});

	it('a standing order is the customer’s own to cancel', () => {
		const debt = debtThat({ ...INVOICE, ...paidBy('standing-order') });
		expect(outcome(debt, 'replace')).toMatchObject({
			says: [
				'Please cancel your standing order for invoice today: only you can. This plan takes its place.'
			]
		});
	});

	it('an earnings order is a leader’s to end, and goes on where it is kept', () => {
		expect(outcome(EARNINGS, 'replace')).toMatchObject({
			isIn: true,
			needs: [['ends-earnings', 'leader']],
			told: [{ debtId: 'earnings', kind: 'end', because: 'earnings-order' }]
		});
		expect(outcome(EARNINGS, 'keep')).toMatchObject({ isIn: false, needs: [], told: [] });
		expect(outcome(EARNINGS, 'stop')).toMatchObject({
			isIn: false,
			needs: [['ends-earnings', 'leader']]
		});
	});

	it('agents keep a debt or it is taken back from them', () => {
		const debt = debtThat({
			id: 'agents',
			owes: 500_00,
			stage: 'ENFORCEMENT_AGENT',
			facts: { method: { kind: 'agents', sinceOn: day('2026-10-30') } }
		});
		expect(outcome(debt)).toContain('agents is already being collected, with enforcement agents.');
		expect(outcome(debt, 'keep')).toMatchObject({
			isIn: false,
			says: [
				'Enforcement agents go on with agents: this plan does not stop them.',
				expect.stringContaining('agents is not in it. It is with enforcement agents.')
			],
			needs: [],
			told: []
		});
		// To end it, it is recalled: the answer alone ends nothing.
		expect(outcome(debt, 'replace')).toContain('with enforcement agents');
	});
});
