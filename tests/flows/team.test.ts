/** The team's state read from a real log: who waits, who has whom, how the day went; and nothing of any customer. */
import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { contactEvents, contacts } from '#server/contacts/tables.ts';
import { teamState } from '#server/monitoring/team-state.ts';
import { day, instant } from '#shared/time/day.ts';
import { AT, test, type Product } from './product.ts';

const NUMBER = '+447700900142';
const TODAY = day('2026-11-19');

type Line = { type: string } & Record<string, unknown>;

const started = {
	type: 'contactStarted',
	channel: 'phone',
	direction: 'inbound',
	presentation: 'allowed',
	dialled: '01632960100'
};
const queued = { type: 'queued', queue: 'council-tax' };

async function written(product: Product, lines: readonly Line[], startedAt = AT): Promise<string> {
	const id = randomUUID();
	await product.app.db.orm.insert(contacts).values({
		id,
		channel: 'phone',
		source: 'asterisk',
		sourceContactId: id,
		presentation: 'allowed',
		callerNumber: NUMBER,
		callerName: 'A CALLER',
		version: lines.length,
		startedAt
	});
	await product.app.db.orm.insert(contactEvents).values(
		lines.map(({ type, ...body }, index) => ({
			contactId: id,
			seq: index + 1,
			type,
			at: startedAt,
			body
		}))
	);
	return id;
}

const read = ({ app }: Product) =>
	teamState(app.db.sql, { teamId: 'revenues', at: AT, today: TODAY });

describe('a team’s state', () => {
	test('has who waits and the calls of its officers, and names no customer', async ({
		product
	}) => {
		const officerId = product.people['priya']?.id ?? '';
		const waiting = await written(product, [started, queued]);
		const taken = await written(product, [
			started,
			queued,
			{ type: 'answered', officerId },
			{ type: 'stepEntered', step: 'identity' }
		]);
		await written(product, [started, { type: 'callEnded', endedBy: 'caller', abandoned: true }]);
		await written(product, [started], instant('2026-11-18T23:59:59Z'));
		const team = await read(product);

		expect(team.state.waiting.map(({ contactId }) => contactId)).toContain(waiting);
		expect(team.state.waiting.map(({ contactId }) => contactId)).not.toContain(taken);
		expect(team.state.calls).toEqual([
			{
				contactId: taken,
				officerId,
				channel: 'phone',
				queue: 'council-tax',
				since: AT,
				wrapUpUntil: null,
				guide: null,
				entered: ['greeting', 'identity'],
				needsSupport: false,
				help: null,
				pausedSince: null
			}
		]);
		expect(team.state.left).toEqual({ counted: 0, toRing: 0, spokenTo: 0, missed: 0 });
		expect(team.state.hours).toEqual([{ startsAt: AT, calls: 3, taken: 1, abandoned: 1 }]);
		expect(JSON.stringify(team)).not.toMatch(/900142|CALLER/);
	});

	test('a later reading has a version that is no lower, and a higher one once something changed', async ({
		product
	}) => {
		const before = await read(product);
		await written(product, [started, queued]);
		const after = await read(product);
		expect(after.version).toBeGreaterThan(before.version);
		expect((await read(product)).version).toBeGreaterThanOrEqual(after.version);
	});
});
