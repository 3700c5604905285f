import { describe, expect, it } from 'vitest';
import { pence, plus } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { theRuleInForce } from '../rule.ts';
import { AGENT_FEES, agentFees } from './agent-fees.ts';
import { billInstalments, instalmentCount, smallBillInstalments } from './bills.ts';

const DEMO_DAY = day('2026-11-19');

describe('enforcement agents’ fees', () => {
	const table = theRuleInForce(AGENT_FEES, { on: DEMO_DAY });

	it.each([
		[[1020_00], 'compliance', 75_00],
		[[1003_15], 'enforcement', 310_00],
		[[2000_00], 'sale', 495_00],
		[[1500_01], 'enforcement', 310_00],
		[[600_00, 700_00, 400_00], 'sale', 600_00]
	] as const)('on %j at %s are %i', (sums, reached, total) => {
		const fees = agentFees(table, {
			sums: sums.map(pence),
			reached,
			creditorIsVatRegistered: true
		});
		expect([fees.total, fees.vat]).toEqual([total, 0]);
	});

	it('carry tax only where the creditor cannot reclaim it', () => {
		const fees = agentFees(table, {
			sums: [pence(100_00)],
			reached: 'compliance',
			creditorIsVatRegistered: false
		});
		expect(fees.vat).toBe(15_00);
	});
});

describe('a council tax bill', () => {
	it.each([
		[1876_43, 10, 184_43, 188_00],
		[1715_00, 10, 167_00, 172_00],
		[75_10, 10, 3_10, 8_00]
	])('of %i in %i is %i and then %i', (total, count, first, others) => {
		const instalments = billInstalments(pence(total), count);
		expect([instalments[0], instalments[1]]).toEqual([first, others]);
		expect(plus(...instalments)).toBe(total);
	});

	it.each([
		[9_99, 1],
		[10_00, 2],
		[23_40, 4],
		[49_99, 9]
	])('as small as %i is paid in %i', (total, count) => {
		expect(smallBillInstalments(pence(total), { issuedOn: DEMO_DAY })).toHaveLength(count);
	});

	it.each([
		['2026-03-12', false, 10],
		['2026-04-30', false, 10],
		['2026-05-01', false, 9],
		['2026-12-31', false, 2],
		['2027-01-01', false, 1],
		['2026-04-15', true, 12],
		['2026-04-16', true, 11]
	])('issued on %s, twelve asked for %s, has %i instalments', (issuedOn, twelveAskedFor, count) => {
		expect(
			instalmentCount({ issuedOn: day(issuedOn), yearStartsOn: day('2026-04-01'), twelveAskedFor })
		).toBe(count);
	});
});
