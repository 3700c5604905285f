import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { clearedBy, type AgentClaim } from './part-payment.ts';

function claim(debt: number, compliance = 7500, otherFees = 0, auctioneer = 0): AgentClaim {
	return {
		debt: pence(debt),
		auctioneer: pence(auctioneer),
		compliance: pence(compliance),
		otherFees: pence(otherFees)
	};
}

type Row = [
	name: string,
	paid: number,
	claim: AgentClaim,
	expected: {
		auctioneer?: number;
		compliance: number;
		debt: number;
		otherFees: number;
		over?: number;
	}
];

const ROWS: Row[] = [
	[
		'less than the fee of compliance',
		5000,
		claim(102000),
		{ compliance: 5000, debt: 0, otherFees: 0 }
	],
	['a penny more than it', 7501, claim(102000), { compliance: 7500, debt: 1, otherFees: 0 }],
	[
		'part of debt and fees, pro rata',
		30500,
		claim(70500, 7500, 23500),
		{ compliance: 7500, debt: 17250, otherFees: 5750 }
	],
	[
		'an odd penny, to one of the two',
		7503,
		claim(100, 7500, 100),
		{ compliance: 7500, debt: 2, otherFees: 1 }
	],
	[
		'the auctioneer before everybody',
		9000,
		claim(100000, 7500, 23500, 4000),
		{ auctioneer: 4000, compliance: 5000, debt: 0, otherFees: 0 }
	],
	[
		'all of it, and more',
		200000,
		claim(102000, 7500, 23500),
		{ compliance: 7500, debt: 102000, otherFees: 23500, over: 67000 }
	],
	['nothing', 0, claim(102000), { compliance: 0, debt: 0, otherFees: 0 }],
	[
		'when nothing is owed of the debt',
		10000,
		claim(0, 7500, 23500),
		{ compliance: 7500, debt: 0, otherFees: 2500 }
	]
];

describe('a part payment to the agents clears', () => {
	it.each(ROWS)('%s', (_name, paid, of, expected) => {
		const cleared = clearedBy(pence(paid), { claim: of, paidTo: 'agents' });
		expect(cleared).toMatchObject({ auctioneer: 0, over: 0, ...expected });
		const { auctioneer, compliance, debt, otherFees, over } = cleared;
		expect(auctioneer + compliance + debt + otherFees + over).toBe(paid);
	});

	it('the debt alone where it is paid to the council, by its contract', () => {
		const cleared = clearedBy(pence(12000), {
			claim: claim(10000, 7500, 23500),
			paidTo: 'council'
		});
		expect(cleared).toMatchObject({ debt: 10000, compliance: 0, otherFees: 0, over: 2000 });
		expect(cleared.rules).toEqual(['policy.agents-paid-to-us']);
	});
});
