/**
 * Kelly and Dean Ashworth, Darren Pike and a company, as the identity and search flows need them: what is held of each,
 * written as the owner, like a seed.
 */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';

export type Written = {
	givenNames?: string;
	familyName: string;
	kind?: 'person' | 'organisation';
	bornOn?: string;
	needsExtraCheck?: boolean;
	isRestricted?: boolean;
	isSafeContact?: boolean;
	address?: [line1: string, postcode: string];
	numbers?: readonly string[];
	formerName?: string;
};

export async function personWritten(owner: postgres.Sql, person: Written): Promise<string> {
	const id = randomUUID();
	await owner`insert into customers ${owner({
		id,
		kind: person.kind ?? 'person',
		given_names: person.givenNames ?? '',
		family_name: person.familyName,
		born_on: person.bornOn ?? null,
		needs_extra_check: person.needsExtraCheck ?? false,
		is_restricted: person.isRestricted ?? false,
		is_safe_contact: person.isSafeContact ?? false,
		source: 'test'
	})}`;
	const dated = { customer_id: id, from_on: '2024-01-01', source: 'test' };
	for (const e164 of person.numbers ?? []) {
		await owner`insert into customer_phones ${owner({ id: randomUUID(), e164, raw: e164, ...dated })}`;
	}
	if (person.address) {
		const [line1, postcode] = person.address;
		const kind = person.kind === 'organisation' ? 'business' : 'home';
		await owner`insert into customer_addresses ${owner({
			id: randomUUID(),
			kind,
			line1,
			town: 'Northmere',
			postcode,
			...dated
		})}`;
	}
	if (person.formerName) {
		await owner`insert into customer_names ${owner({
			id: randomUUID(),
			kind: 'former',
			name: person.formerName,
			...dated
		})}`;
	}
	return id;
}

export type WrittenDebt = {
	liable: readonly string[];
	reference: string;
	title?: string;
	stream?: string;
	instalment?: number;
	paid?: { by: string; amount: number; on: string; method: string };
};

/** A debt of £500.00, less what was paid. */
export async function debtWritten(owner: postgres.Sql, debt: WrittenDebt): Promise<string> {
	const id = randomUUID();
	await owner`insert into debts ${owner({
		id,
		stream: debt.stream ?? 'council-tax',
		reference: debt.reference,
		title: debt.title ?? 'Council Tax 2026 to 2027',
		from_on: '2026-04-01',
		until_on: '2027-03-31',
		stage: debt.stream === 'invoice' || debt.stream === 'care' ? 'INVOICE' : 'DEMAND',
		stage_on: '2026-04-01',
		source: 'test'
	})}`;
	for (const customerId of debt.liable) {
		await owner`insert into liabilities ${owner({
			id: randomUUID(),
			debt_id: id,
			customer_id: customerId,
			ground: debt.liable.length > 1 ? 'joint' : 'sole',
			from_on: '2026-04-01'
		})}`;
	}
	for (const month of debt.instalment ? ['04', '05', '06'] : []) {
		await owner`insert into dues ${owner({
			id: randomUUID(),
			debt_id: id,
			due_on: `2026-${month}-01`,
			amount_pence: debt.instalment ?? 0
		})}`;
	}
	await moved(owner, { debtId: id, amount: 50000, kind: 'charge', on: '2026-04-01' });
	if (debt.paid) {
		const { amount, ...paid } = debt.paid;
		await moved(owner, { debtId: id, amount: -amount, kind: 'payment', ...paid });
	}
	return id;
}

async function moved(
	owner: postgres.Sql,
	move: {
		debtId: string;
		amount: number;
		kind: string;
		on: string;
		by?: string;
		method?: string;
	}
): Promise<void> {
	const line = {
		set_id: randomUUID(),
		kind: move.kind,
		entered_on: move.on,
		at: `${move.on}T09:00:00Z`,
		source: 'test',
		method: move.method ?? null,
		payer_id: move.by ?? null
	};
	const fund = move.kind === 'charge' ? 'income' : 'bank';
	await owner`insert into entries ${owner([
		{ ...line, debt_id: move.debtId, fund: null, amount_pence: move.amount },
		{ ...line, debt_id: null, fund, amount_pence: -move.amount }
	])}`;
}
