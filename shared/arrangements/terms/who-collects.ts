/**
 * Who collects a debt that is outside a plan, in words for the customer: what is taken for it already, agents, a plan
 * agreed before, else the council's own team for its stream. Of what is taken from another liable person nothing is said.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import type { Method } from '../../debts/facts.ts';
import { holdsInForce } from '../../debts/holds.ts';
import type { Stream } from '../../debts/streams.ts';
import type { RowId } from '../../law/policy-rows.ts';
import type { Sorting } from './debt.ts';

const TEAMS: Record<Stream, string> = {
	'council-tax': 'our Council Tax team',
	'business-rates': 'our business rates team',
	bid: 'our business rates team',
	overpayment: 'our benefits team',
	invoice: 'our invoices team',
	care: 'our care charges team',
	rent: 'our housing team',
	'former-tenant': 'our housing team',
	parking: 'our parking team'
};

const AGENTS = 'enforcement agents, for us';
const EMPLOYER = 'their employer, from their pay';
const BENEFIT = 'the DWP, from their benefit';

/** Where the source told only the stage. */
const BY_STAGE: Readonly<Record<string, string>> = {
	ENFORCEMENT_AGENT: AGENTS,
	WARRANT: AGENTS,
	AEO: EMPLOYER,
	DEA: EMPLOYER,
	BENEFIT_DEDUCTION: BENEFIT,
	DWP_BENEFIT: BENEFIT,
	HB_DEDUCTION: 'our benefits team, from their Housing Benefit'
};

/** Nobody while it is held. */
export function whoCollects(
	debt: DebtRecord,
	{ row, sorting }: { row: RowId; sorting: Pick<Sorting, 'today' | 'collecting'> }
): string | null {
	if (debt.balance <= 0 || holdsInForce(debt, sorting.today).length > 0) return null;
	if (row === 'OT') return 'us, from whoever owes it';
	const isStopped = sorting.collecting?.[debt.id] === 'stop';
	if (debt.facts.stepOfAnother || isStopped) return TEAMS[debt.stream];
	const { method } = debt.facts;
	if (method) return byMethod(method, debt.stream);
	return BY_STAGE[debt.stage] ?? TEAMS[debt.stream];
}

function byMethod({ kind, benefit }: Method, stream: Stream): string {
	switch (kind) {
		case 'agents':
			return AGENTS;
		case 'earnings-order':
			return EMPLOYER;
		case 'housing-benefit-deduction':
			return 'our benefits team, from their Housing Benefit';
		case 'benefit-deduction':
			return benefit === 'universal-credit' ? 'the DWP, from their Universal Credit' : BENEFIT;
		case 'charging-order':
			return TEAMS[stream];
	}
}
