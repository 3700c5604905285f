/** Nine more debts for the caller of the slider's bench, so that the plan holds twelve: small invoices of one household. */
import postgres from 'postgres';

const CALLER = '+447700900142';
const MORE = 9;
const EACH_PENCE = 59_00;

export async function addDebts(url: string): Promise<void> {
	const sql = postgres(url, { max: 1, onnotice: () => undefined });
	try {
		await sql.begin(async (tx) => {
			await tx`create temporary table made on commit drop as
				select n, gen_random_uuid() as id, gen_random_uuid() as set_id, p.customer_id
				from generate_series(1, ${MORE}) n,
					(select customer_id from customer_phones where e164 = ${CALLER} and to_on is null limit 1) p`;
			await tx`insert into debts (id, stream, reference, title, from_on, stage, stage_on, source)
				select id, 'invoice', 'BENCH' || n, 'Invoice ' || n, '2026-08-01', 'REMINDER', '2026-10-01', 'bench' from made`;
			await tx`insert into dues (id, debt_id, due_on, amount_pence)
				select gen_random_uuid(), id, '2026-09-01', ${EACH_PENCE} from made`;
			await tx`insert into liabilities (id, debt_id, customer_id, ground, from_on)
				select gen_random_uuid(), id, customer_id, 'sole', '2026-08-01' from made`;
			await tx`insert into entries (set_id, debt_id, fund, amount_pence, kind, entered_on, at, source)
				select m.set_id, l.debt_id, l.fund, l.pence, 'charge', '2026-08-01', '2026-08-01 10:00Z', 'bench'
				from made m, lateral (values (m.id, null, ${EACH_PENCE}::bigint),
					(null::uuid, 'income', -${EACH_PENCE}::bigint)) as l (debt_id, fund, pence)`;
		});
	} finally {
		await sql.end();
	}
}
