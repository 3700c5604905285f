/**
 * What money clears first while enforcement agents have a debt and less than the whole is recovered: the auctioneer, then
 * the compliance fee, then the debt and the other fees pro rata (SI 2014/1 regulation 13). For money that is paid straight
 * to the council its own contract with the agents decides; the sample's says that all of it is the debt's.
 */
import { least, minus, most, NO_PENCE, plus, type Pence } from '../../money/pence.ts';
import { split } from '../../money/split.ts';
import { day } from '../../time/day.ts';
import { ENGLAND, ENGLAND_AND_WALES, type Rule } from '../rule.ts';

export const PART_RECOVERED: Rule<{ complianceFirst: true }> = {
	id: 'FEES.part-recovered',
	value: { complianceFirst: true },
	from: day('2014-04-06'),
	to: null,
	nations: ENGLAND_AND_WALES,
	instrument: 'SI 2014/1',
	provision: 'regulation 13',
	address: 'https://www.legislation.gov.uk/uksi/2014/1/regulation/13',
	confidence: 'confirmed',
	plain:
		'A part payment to the agents clears their £75 first. What is over is shared between the debt and their other fees.'
};

export const PAID_TO_COUNCIL: Rule<{ allToDebt: boolean }> = {
	id: 'policy.agents-paid-to-us',
	value: { allToDebt: true },
	from: day('2024-04-01'),
	to: null,
	nations: ENGLAND,
	instrument: 'SAMPLE contract of Northmere City Council with its agents',
	provision: 'money paid to the council',
	address: null,
	confidence: 'sample',
	plain: 'What is paid straight to the council all goes to the debt, and the agents are told.'
};

export type AgentClaim = {
	debt: Pence;
	/** Costs of an auction, where goods were sold. */
	auctioneer: Pence;
	compliance: Pence;
	/** Enforcement and sale fees and disbursements. */
	otherFees: Pence;
};

export type Cleared = AgentClaim & {
	/** More than everything. */
	over: Pence;
	rules: readonly string[];
};

export function clearedBy(
	payment: Pence,
	{ claim, paidTo }: { claim: AgentClaim; paidTo: 'agents' | 'council' }
): Cleared {
	if (paidTo === 'council' && PAID_TO_COUNCIL.value.allToDebt) {
		const debt = least(payment, claim.debt);
		return { ...NOTHING, debt, over: minus(payment, debt), rules: [PAID_TO_COUNCIL.id] };
	}
	const auctioneer = least(payment, claim.auctioneer);
	const compliance = least(minus(payment, auctioneer), claim.compliance);
	const left = minus(payment, plus(auctioneer, compliance));
	const shared = least(left, plus(claim.debt, claim.otherFees));
	const [debt = NO_PENCE, otherFees = NO_PENCE] =
		shared > 0 ? split(shared, { weights: [claim.debt, claim.otherFees], spare: 'first' }) : [];
	return {
		auctioneer,
		compliance,
		debt,
		otherFees,
		over: most(minus(left, shared), NO_PENCE),
		rules: [PART_RECOVERED.id]
	};
}

const NOTHING: AgentClaim = {
	debt: NO_PENCE,
	auctioneer: NO_PENCE,
	compliance: NO_PENCE,
	otherFees: NO_PENCE
};
