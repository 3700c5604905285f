/** Nothing is left to pay with: nothing is read back, committed or finished before each kind of help is answered. */
import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { describe, expect } from 'vitest';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { DISCOUNTS } from '#shared/outcomes/help.ts';
import { NO_SURPLUS_STEPS, type StagedOutcome } from '#shared/outcomes/outcome.ts';
import type { ReadBackLine } from '#shared/outcomes/read-back.ts';
import { pence } from '#shared/money/pence.ts';
import { day } from '#shared/time/day.ts';
import { customerNamed, identified, offered, says, shownFor } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test, type Product } from '../product.ts';

const LEONS: readonly OfficerEvent[] = [
	{ type: 'statementFormChosen', form: 'full' },
	{ type: 'householdSet', household: { adults: 1, childrenUnder16: 0, youngPeople: 0 } },
	{
		type: 'statementLineSet',
		line: 'universal-credit',
		amount: pence(812_40),
		frequency: 'monthly',
		provenance: 'said'
	},
	{
		type: 'statementLineSet',
		line: 'rent',
		amount: pence(850_60),
		frequency: 'monthly',
		provenance: 'said'
	},
	{ type: 'statementFinished' }
];

const WHO = 'marcus';

const stage = (outcome: StagedOutcome): OfficerEvent => ({ type: 'outcomeStaged', outcome });

async function withAgents(owner: postgres.Sql): Promise<string> {
	const [row] = await owner`select d.id from debts d join liabilities l on l.debt_id = d.id
		where l.customer_id = ${await customerNamed(owner, 'Leon Varga')}
			and d.facts -> 'method' ->> 'kind' = 'agents' and d.stream = 'council-tax'`;
	if (!row) throw new Error('Nothing of his is with agents.');
	return row['id'] as string;
}

const claimOf = (entitlement: string): OfficerEvent =>
	stage({
		kind: 'claim',
		id: randomUUID(),
		entitlement,
		name: 'A claim',
		debtIds: [],
		days: 28,
		onAccount: null
	});

/** All of it but the hardship relief and the hold. */
const done = (agents: string): OfficerEvent[] => [
	...DISCOUNTS.person.map((entitlement): OfficerEvent => ({
		type: 'takeUpAnswered',
		entitlement,
		answer: 'does-not-apply'
	})),
	{ type: 'takeUpAnswered', entitlement: 'council-tax-support', answer: 'does-not-apply' },
	claimOf('benefit-check'),
	stage({ kind: 'recall', id: randomUUID(), debtId: agents }),
	stage({
		kind: 'callback',
		id: randomUUID(),
		on: day('2026-11-23'),
		at: '10:30',
		about: 'debt-advice',
		adviser: 'StepChange Debt Charity'
	})
];

type Steps = Extract<StagedOutcome, { kind: 'no-surplus' }>['steps'];

const helped = (debtIds: string[], steps: Steps = []): OfficerEvent =>
	stage({ kind: 'no-surplus', id: HELP, debtIds, days: 90, steps });

const HELP = randomUUID();
const TOKEN = randomUUID();

/** What this officer asks about one contact. */
function asks(product: Product, { contactId, who }: { contactId: string; who: string }) {
	const { outcomes, contacts, approvals, monitoring } = asked(product, who);
	const wrappedUp: OfficerEvent = { type: 'wrappedUp' };
	return {
		commit: (shown: ReadBackLine[] = []) =>
			outcomes.commit({ contactId, key: randomUUID(), shown }),
		finish: () => contacts.act({ contactId, events: [{ key: randomUUID(), body: wrappedUp }] }),
		approval: () => approvals.ask({ contactId, reason: 'x' }),
		work: () => monitoring.work()
	};
}

const OPEN = { ok: false, because: 'help-open' };

describe('Leon, who has £38.20 too little', () => {
	test('is committed to nothing before all of it is answered, and then to all of it', async ({
		product,
		owner
	}) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Leon Varga', who: WHO });
		const his = { contactId, who: WHO };
		const agents = await withAgents(owner);
		const { commit, finish, approval } = asks(product, his);

		await says(scene, his, LEONS);
		expect(await commit()).toMatchObject(OPEN);
		expect(await finish()).toMatchObject(OPEN);
		expect(await approval()).toMatchObject(OPEN);
		await says(scene, his, [offered(5)]);
		expect(await commit()).toMatchObject(OPEN);
		await says(scene, his, [{ type: 'offerCleared' }, ...done(agents), helped([agents])]);
		expect(await commit()).toMatchObject(OPEN);

		const declined = {
			step: 'hardship-relief',
			answer: 'declined',
			because: 'does-not-want'
		} as const;
		const token: StagedOutcome = {
			kind: 'promise',
			id: TOKEN,
			debtId: agents,
			amount: pence(5_00),
			by: day('2026-11-30'),
			method: 'card'
		};
		await says(scene, his, [helped([agents], [declined]), stage(token)]);
		expect(await commit()).toMatchObject({ ok: false, because: 'token-promise' });
		await says(scene, his, [{ type: 'outcomeDropped', outcomeId: TOKEN }]);
		expect(await commit(await shownFor(scene, contactId))).toMatchObject({ ok: true });
		expect(await finish()).toMatchObject({ ok: true });
	});

	test('is held to a day, by somebody, and the agents are told', async ({ product, owner }) => {
		const [hold] = await owner`select kind, until_on::text, owner_id from holds
			where kind = 'no-surplus' and from_on = '2026-11-19'`;
		const owner_id = product.people[WHO]?.id;
		expect(hold).toEqual({ kind: 'no-surplus', until_on: '2027-02-17', owner_id });
		const told = await owner`select distinct kind from instructions order by kind`;
		expect(told.map(({ kind }): unknown => kind)).toContain('recall');
		expect(await owner`select id from promises`).toEqual([]);
	});

	test('has a call with an adviser in somebody’s work, and the hold before it ends', async ({
		product,
		owner
	}) => {
		const work = () => asked(product, WHO).monitoring.work();
		expect(await work()).toMatchObject({
			callbacks: [{ note: 'Put them through to StepChange Debt Charity.' }],
			endingHolds: []
		});
		await owner`update holds set until_on = '2026-12-01' where kind = 'no-surplus'`;
		expect((await work()).endingHolds).toMatchObject([{ kind: 'no-surplus', hasEnded: false }]);
		await owner`update holds set until_on = '2026-11-18' where kind = 'no-surplus'`;
		expect((await work()).endingHolds).toMatchObject([{ hasEnded: true }]);
		expect((await asked(product, 'priya').monitoring.work()).endingHolds).toEqual([]);
	});

	test('who is cut off is finished with once that is written', async ({ product, owner }) => {
		const scene = { product, owner };
		const contactId = await identified(scene, { name: 'Leon Varga', who: 'priya' });
		const his = { contactId, who: 'priya' };
		const { finish } = asks(product, his);
		await says(scene, his, LEONS);
		expect(await finish()).toMatchObject(OPEN);
		const because = 'cut-off';
		const steps = NO_SURPLUS_STEPS.map((step) => ({ step, answer: 'declined', because }) as const);
		await says(scene, his, [
			stage({ kind: 'no-surplus', id: randomUUID(), debtIds: [], days: 90, steps })
		]);
		expect(await finish()).toMatchObject({ ok: true });
	});
});
