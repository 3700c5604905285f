/** A few people for flows that need somebody to ring and somebody to answer. Written as the owner, like a seed. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';

export async function officersWritten(owner: postgres.Sql): Promise<void> {
	await owner`insert into teams (id, name) values ('recovery', 'Recovery')`;
	for (const [id, extension] of [
		['priya', '1001'],
		['tom', '1002']
	] as const) {
		await owner`insert into auth_user (id, name, email, role, extension, team_id)
			values (${id}, ${id}, ${`${id}@northmere.example`}, 'officer', ${extension}, 'recovery')`;
		await owner`insert into tiles (officer_id, team_id, version, state, at)
			values (${id}, 'recovery', 1, ${AVAILABLE}::text::jsonb, '2026-11-19T09:00:00Z')`;
	}
}

const AVAILABLE = JSON.stringify({
	chosen: 'available',
	presence: 'available',
	since: '2026-11-19T09:00:00.000Z',
	contactId: null,
	step: null,
	pauseReason: null
});

/** A customer with one council tax debt of £100.00, whose number was confirmed in September. */
export async function customerWritten(
	owner: postgres.Sql,
	{ familyName, number }: { familyName: string; number: string }
): Promise<string> {
	const id = randomUUID();
	await owner`insert into customers (id, kind, given_names, family_name, source)
		values (${id}, 'person', 'Kelly', ${familyName}, 'test')`;
	await owner`insert into customer_phones (id, customer_id, e164, raw, confirmed_on, from_on, source)
		values (${randomUUID()}, ${id}, ${number}, ${number}, '2026-09-02', '2024-01-01', 'test')`;
	const debtId = randomUUID();
	await owner`insert into debts (id, stream, reference, title, from_on, stage, stage_on, source)
		values (${debtId}, 'council-tax', ${debtId.slice(0, 10)}, 'Council Tax 2025 to 2026', '2025-04-01',
			'LIABILITY_ORDER', '2026-08-14', 'test')`;
	await owner`insert into dues (id, debt_id, due_on, amount_pence)
		values (${randomUUID()}, ${debtId}, '2025-05-01', 10000)`;
	await owner`insert into liabilities (id, debt_id, customer_id, ground, from_on)
		values (${randomUUID()}, ${debtId}, ${id}, 'sole', '2025-04-01')`;
	const setId = randomUUID();
	await owner`insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source)
		values (${setId}, ${debtId}, null, 10000, 'charge', '2025-04-01', now(), 'test'),
			(${setId}, null, 'income', -10000, 'charge', '2025-04-01', now(), 'test')`;
	return id;
}
