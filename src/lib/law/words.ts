/** What the page of unconfirmed rules says: whose law each is, and why something about one is refused. */
import type { ConfirmRefusal, ToConfirm } from '#shared/law/confirming.ts';

export const CONFIRM_REFUSALS: Record<ConfirmRefusal, string> = {
	'no-such-rule': 'This rule is no longer open to confirm. Reload the page.',
	'no-name': 'Write who in the council confirmed it.',
	'in-the-future': 'Enter today or a day that has been.',
	'before-the-rule': 'The rule was not in force yet on that day.',
	'confirmed-already': 'Somebody has confirmed this meanwhile. Reload the page.',
	'not-confirmed': 'This is not confirmed any more. Reload the page.'
};

/** Which field of the form a refusal belongs to; the others belong to the whole. */
export const CONFIRM_REFUSAL_FIELDS: Partial<Record<ConfirmRefusal, 'by' | 'on'>> = {
	'no-name': 'by',
	'in-the-future': 'on',
	'before-the-rule': 'on'
};

const LADDERS: Record<string, string> = {
	CT: 'Council Tax',
	NDR: 'Business rates',
	HBO: 'Housing Benefit overpayments',
	SUN: 'Invoices',
	ASC: 'Care charges',
	RENT: 'Rent',
	PCN: 'Parking penalties',
	BID: 'Business improvement levy'
};

export type RuleGroup = { title: string; rules: readonly ToConfirm[] };

/** Recovery steps by their stream, then what stands beside every ladder. */
export function inGroups(rules: readonly ToConfirm[]): RuleGroup[] {
	const groups = Map.groupBy(rules, groupOf);
	return [...groups].map(([title, grouped]) => ({ title, rules: grouped }));
}

function groupOf({ id }: ToConfirm): string {
	const [, code] = /^ladder-([A-Z]+)-/.exec(id) ?? [];
	return LADDERS[code ?? ''] ?? 'Figures, clocks and time limits';
}
