/** What `npm run prove` says of every kind of damage, each by the row it is in, and how the command ends. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { describe, expect } from 'vitest';
import type { RawSql } from '#server/db/client.ts';
import { prove, sayProof } from '#server/debts/prove.ts';
import { receiveFile } from '#server/income/receiving/receive-file.ts';
import { pence } from '#shared/money/pence.ts';
import { aruddOf } from '../../builders/bacs.ts';
import { camtOf } from '../../builders/camt.ts';
import { northmereProduct, type Product } from '../product.ts';

/** Sums are read as the product reads them. */
const test = northmereProduct.extend(
	'vandal',
	{ scope: 'file' },
	({ databaseUrl }, { onCleanup }) => {
		const bigint = { to: 20, from: [20], serialize: String, parse: Number };
		const vandal = postgres(databaseUrl, { max: 1, onnotice: () => undefined, types: { bigint } });
		onCleanup(() => vandal.end());
		return vandal;
	}
);

const TAKEN_BACK = 'taken back';

/** As somebody might who may do anything: with no trigger and no constraint in the way. Taken back afterwards. */
async function saidAfter(
	vandal: postgres.Sql<{ bigint: number }>,
	damage: string
): Promise<readonly string[]> {
	let said: readonly string[] = [];
	const doing = vandal.begin(async (tx) => {
		await tx.unsafe(
			`alter table entries disable trigger user; alter table debts disable trigger user`
		);
		await tx.unsafe(`do $$ declare c record; begin
			for c in select conname, conrelid::regclass as rel from pg_constraint
				where contype = 'c' and conrelid in ('receipts'::regclass, 'refunds'::regclass)
			loop execute format('alter table %s drop constraint %I', c.rel, c.conname); end loop; end $$`);
		await tx.unsafe(damage);
		const here = { begin: (_how: string, work: (sql: unknown) => Promise<unknown>) => work(tx) };
		said = sayProof(await prove(here as unknown as RawSql));
		throw new Error(TAKEN_BACK);
	});
	await doing.catch((error: unknown) => {
		if (!(error instanceof Error) || error.message !== TAKEN_BACK) throw error;
	});
	return said;
}

async function send({ app }: Product, file: string): Promise<void> {
	const chunks = async function* () {
		yield await Promise.resolve(new TextEncoder().encode(file));
	};
	const { db: database, clock } = app;
	const parts = { database, clock, officerId: null, dataDir: '.data', name: 'a.xml' };
	const answer = await receiveFile(chunks(), parts);
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
}

/** One of everything that can be damaged: a receipt placed, one that waits, one returned, and a refund approved. */
async function ground(product: Product, owner: postgres.Sql): Promise<void> {
	const id = () => randomUUID();
	await send(
		product,
		camtOf([
			{ amount: pence(50_00), reference: 'SI00903316', on: '2026-11-17', id: id() },
			{ amount: pence(25_00), reference: 'HAPPY BIRTHDAY', id: id() },
			{ amount: pence(12_34), reference: 'HBO210877', on: '2026-11-17', id: id() }
		])
	);
	await send(
		product,
		aruddOf([{ reference: 'HBO210877', amount: pence(12_34), code: '1', on: '2026-11-17' }])
	);
	const { priya, ruth } = product.people;
	if (!priya || !ruth) throw new Error('Nobody is there.');
	const [waiting] = await owner`select id from receipts where amount_pence = 2500`;
	const asked = await product.app.income.refunds.ask({
		of: { receiptId: waiting?.['id'] as string },
		amount: pence(5_00),
		because: 'Paid to us by mistake.',
		key: id(),
		officer: priya
	});
	if (!asked.ok) throw new Error(asked.because);
	const { refundId } = asked;
	expect(await product.app.income.refunds.approve({ refundId, officer: ruth })).toEqual({
		ok: true
	});
}

const PLACED = `(select id from receipts where amount_pence = 5000)`;
const WAITING = `(select id from receipts where amount_pence = 2500)`;
const RETURNED = `(select id from receipts where amount_pence = 1234)`;
const ID = '[0-9a-f-]{36}';

const DAMAGE = [
	[
		'an entry is changed',
		`update entries set amount_pence = amount_pence + 1 where id = (select min(id) from entries where debt_id is not null)`,
		`the set ${ID} leaves £0.01 over`
	],
	[
		'an entry is lost',
		`delete from entries where id = (select max(id) from entries where debt_id is not null)`,
		`the debt ${ID} says .* and its entries`
	],
	[
		'a balance is moved',
		`update debts set balance_pence = balance_pence + 1 where reference = 'HBO210877'`,
		`the debt ${ID} says .* a difference of £0.01`
	],
	[
		'a set is lost',
		`delete from entries where set_id = (select set_id from receipts where amount_pence = 5000)`,
		`the entries of receipt ${ID} are not what it says`
	],
	[
		'a receipt says it is more',
		`update receipts set amount_pence = 6000 where id = ${PLACED}`,
		`the receipt ${ID} is not allocated \\+ suspense \\+ refunded \\+ returned`
	],
	[
		'a receipt says it was returned',
		`update receipts set placed_pence = 0, returned_pence = 5000 where id = ${PLACED}`,
		`the parts of receipt ${ID} are not what is placed of it`
	],
	[
		'a placement is lost',
		`delete from placements where receipt_id = ${PLACED}`,
		`the parts of receipt ${ID} are not what is placed of it`
	],
	[
		'a placement is moved to another debt',
		`update placements set debt_id = (select id from debts where reference = 'HBO210877') where receipt_id = ${PLACED}`,
		`a part of receipt ${ID} is on a debt by a set that put nothing on it`
	],
	[
		'suspense without a receipt',
		`delete from receipt_acts where receipt_id = ${WAITING}; delete from receipts_by_hand; delete from refund_sets; update refunds set state = 'withdrawn', receipt_id = ${PLACED}; delete from receipts where amount_pence = 2500`,
		`suspense in the books differs by -2000 pence from the receipts that wait`
	],
	[
		'a receipt twice in its file',
		`insert into receipts select gen_random_uuid(), file_id, line_number, identity || n, channel, 1, received_on, reference_given, reference, payer_name, payer_digest, 'returned', 0, 0, 0, 1, gen_random_uuid(), at, officer_id from receipts, generate_series(1, 9) n where id = ${PLACED}`,
		`the file ${ID} has more receipts than lines`
	],
	[
		'the set of an advice is lost',
		`delete from entries where set_id = (select set_id from bank_advices where reference = 'HBO210877')`,
		`the advice ${ID} reversed a payment by a set that is not there`
	],
	[
		'a return is forgotten',
		`update receipts set returned_pence = 0, suspense_pence = 1234, state = 'suspense' where id = ${RETURNED}`,
		`the entries of receipt ${ID} are not what it says`
	],
	[
		'a refund says it is more',
		`update refunds set amount_pence = 600`,
		`the refund ${ID} is not what its entries give back`
	],
	[
		'a refund was never approved',
		`update refunds set state = 'refused'`,
		`the refund ${ID} is not what its entries give back`
	],
	[
		'a refund is lost',
		`delete from refund_sets; delete from refunds`,
		`what is given back differs by -500 pence from the refunds that were approved`
	]
] as const;

describe('a proof', () => {
	test('says the totals of books that prove', async ({ product, owner, vandal }) => {
		await ground(product, owner);
		const said = await saidAfter(vandal, 'select 1');
		expect(said.at(-1)).toBe('The books prove.');
		expect(said.find((line) => line.startsWith('Received'))).toBe(
			'Received £218.34 in 4 receipts: £50.00 on debts, £151.00 in suspense, £5.00 refunded, £12.34 returned.'
		);
	});

	test.for(DAMAGE)('names the row where %s', async ([, damage, named], { vandal }) => {
		const said = await saidAfter(vandal, damage);
		expect(said.filter((line) => line.startsWith('Wrong:')).join('\n')).toMatch(new RegExp(named));
		expect(said.at(-1)).toBe('The books do not prove.');
	});
});

describe('npm run prove', () => {
	test('ends with 0 and the totals, and with 1 and the rows', async ({ owner, databaseUrl }) => {
		const proved = run(databaseUrl);
		expect(proved.status).toBe(0);
		expect(proved.stdout).toMatch(/Received £218\.34 in 4 receipts/);
		expect(proved.stdout).toMatch(/The books prove\./);
		await owner`update debts set balance_pence = balance_pence + 1 where reference = 'HBO210877'`;
		const damaged = run(databaseUrl);
		await owner`update debts set balance_pence = balance_pence - 1 where reference = 'HBO210877'`;
		expect(damaged.status).toBe(1);
		expect(damaged.stdout).toMatch(
			/Wrong: the debt [0-9a-f-]{36} says .* a difference of £0\.01\./
		);
		expect(damaged.stdout).toMatch(/The books do not prove\./);
	});

	function run(databaseUrl: string) {
		return spawnSync(process.execPath, ['server/commands/prove.ts'], {
			env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: databaseUrl },
			encoding: 'utf8',
			timeout: 60_000
		});
	}
});
