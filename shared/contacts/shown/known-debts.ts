/**
 * A person's own debts, whole, for the rules that the screen runs itself: only after identity, field by field, so that
 * nothing new leaves by being added. What belongs to another liable person stays behind: why they are protected,
 * what they paid, and what is taken from them.
 */
import type { DebtRecord } from '../../debts/debt.ts';
import { knownFacts } from '../../debts/facts.ts';
import { toldTo } from '../../debts/holds.ts';
import { toldStanding } from '../../debts/told-standing.ts';

export function knownDebts(records: readonly DebtRecord[]): DebtRecord[] {
	return records.map(toldStanding).map((debt) => ({
		id: debt.id,
		stream: debt.stream,
		title: debt.title,
		reference: debt.reference,
		fromOn: debt.fromOn,
		untilOn: debt.untilOn,
		stage: debt.stage,
		stageOn: debt.stageOn,
		balance: debt.balance,
		dues: debt.dues,
		holds: debt.holds.map(toldTo),
		facts: knownFacts(debt.facts),
		ground: debt.ground,
		others: debt.others,
		lastPayment: debt.lastPayment?.mine ? debt.lastPayment : null,
		...(debt.collected ? { collected: debt.collected } : {}),
		...(debt.agreed ? { agreed: debt.agreed } : {})
	}));
}
