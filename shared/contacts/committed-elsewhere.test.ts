import { describe, expect, it } from 'vitest';
import { debtThat } from '../../tests/builders/debts.ts';
import {
	contactThat,
	KELLY_TELLS,
	knownWith,
	offerMade,
	statementTold
} from '../../tests/builders/money-talk.ts';
import { sayRefusal } from '../arrangements/said/refusals.ts';
import type { Agreed } from '../debts/debt.ts';
import { pence } from '../money/pence.ts';
import { day } from '../time/day.ts';
import { helpFrom, hasSurplus } from './helping.ts';
import type { OfferEvent } from './log/money-events.ts';
import { planFrom, requestFrom } from './plan-request.ts';

/** Kelly's usable is £144.56 a month. */
function debts(runs: number, { isLate = false, owes = 200_00 } = {}) {
	const agreed: Agreed = {
		arrangedOn: day('2026-06-01'),
		plan: {
			id: 'running',
			number: 'NA 2026 000 007',
			isLate,
			firstOn: day('2026-07-01'),
			amount: pence(runs),
			rhythm: 'monthly'
		},
		promise: null
	};
	return [
		debtThat({ id: 'order', owes: 600_00, agreed }),
		debtThat({ id: 'new', owes, stream: 'invoice', stage: 'REMINDER' })
	];
}

function talk({ tells = KELLY_TELLS, offers = 20_00, also = [] as OfferEvent[] } = {}) {
	return contactThat(...statementTold('full', tells), ...also, offerMade(offers));
}

const REPLACED: OfferEvent = { type: 'livePlanPlaced', planId: 'running', place: 'replaced' };

describe('who pays all that is usable by a plan of ours already', () => {
	it.each<[string, Parameters<typeof debts>, string | null]>([
		['a plan that leaves enough for another', [60_00], null],
		['to the penny £10', [134_56], null],
		['a penny less', [134_57], 'in-a-plan'],
		['all of it', [144_56], 'in-a-plan'],
		['more than is left now', [200_00], 'in-a-plan'],
		['all of it, late', [144_56, { isLate: true }], 'in-a-plan'],
		['too little for the least that another needs', [100_00, { owes: 2_000_00 }], 'in-a-plan'],
		['more is needed than there ever was', [100_00, { owes: 9_000_00 }], 'no-surplus']
	])('%s', (_, [runs, more], because) => {
		const known = knownWith(debts(runs, more));
		const planned = planFrom(talk(), requestFrom(talk(), known));
		const isShort = planned?.ok === false ? planned.refusal.because : null;
		expect(because === null ? isShort !== 'in-a-plan' && isShort !== 'no-surplus' : isShort).toBe(
			because ?? true
		);
		const isPoor = because === 'no-surplus';
		expect(hasSurplus(talk(), known)).toBe(!isPoor);
		expect(helpFrom(talk(), known) !== null).toBe(isPoor);
	});

	it('is told where the money goes, and what can be done', () => {
		const known = knownWith(debts(144_56));
		const planned = planFrom(talk(), requestFrom(talk(), known));
		const said = planned?.ok === false ? sayRefusal(planned.refusal) : '';
		expect(said).toContain('£144.56 a month goes to their plan NA 2026 000 007 already');
		expect(said).not.toMatch(/hardship|debt advice/);
	});

	it('may have one plan for all of it', () => {
		const contact = talk({ offers: 100_00, also: [REPLACED] });
		const planned = planFrom(contact, requestFrom(contact, knownWith(debts(144_56))));
		expect(planned).toMatchObject({ ok: true, plan: { total: 800_00 } });
	});

	it.each([
		// Usable without the plan is £13.96, £10.36, £9.91 and £3.16.
		[1136_40, true],
		[1132_40, true],
		[1131_90, false],
		[1124_40, false]
	])('with a salary of %i pence a month has something left: %s', (salary, has) => {
		const contact = talk({ tells: { ...KELLY_TELLS, salary } });
		const known = knownWith(debts(5_00));
		expect(hasSurplus(contact, known)).toBe(has);
		expect(helpFrom(contact, known) === null).toBe(has);
	});
});
