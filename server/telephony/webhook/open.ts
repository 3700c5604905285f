/** The webhook room, put together: the door that switches post to, what is counted at it, and what its administrator does. */
import { randomUUID } from 'node:crypto';
import type { PostingSeen } from '#shared/calls/mapping.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Log } from '../../log.ts';
import type { Part } from '../../part.ts';
import type { Switch } from '../port.ts';
import { counting, exposition, type Counted } from './counts.ts';
import { dialectOf } from './dialects.ts';
import { mappingDesk, type MappingDesk } from './mapping/desk.ts';
import { captured, inForce } from './mapping/mappings.ts';
import { openSandbox } from './mapping/sandbox.ts';
import { giveName, namesSeen, type NameGiven } from './names/names.ts';
import { receiver, type Answer } from './receive.ts';
import { webhooksAmong, type WebhookSwitch } from './switch.ts';

export type Webhooks = Part &
	MappingDesk & {
		/** Takes the request where it is one of ours. */
		answer: Answer;
		metrics(): string;
		/** An officer's own softphone says who calls. False where no switch is called pop. */
		pop(asked: Popped): Promise<boolean>;
		see(): Promise<PostingSeen[]>;
		/** Whose a name is that a switch has for an officer; a null officer takes it back. */
		giveName(asked: { nameId: string; officerId: string | null; by: string }): Promise<NameGiven>;
	};

export type Popped = { agent: string; number: string; callId: string; state: string };

type Parts = {
	switches: readonly Switch[];
	database: Pick<Database, 'sql' | 'orm'>;
	clock: Clock;
	log: Log;
	origin: string;
};

export function openWebhooks({ switches, database, clock, log, origin }: Parts): Webhooks {
	const { sql } = database;
	const counts = counting();
	const webhooks = webhooksAmong(switches);
	const sandbox = openSandbox();
	const mapping = { sql, clock, sandbox };

	return {
		answer: receiver({ clock, log, origin, counts, webhooks, mapping }),
		metrics: () => exposition(counts.all()),
		see: () =>
			Promise.all(webhooks.map((its) => seen(its, { database, clock, counts: counts.all() }))),
		async pop(asked) {
			const its = webhooks.find((each) => each.settings.dialect === 'pop');
			const read = dialectOf('pop')(asked);
			if (!its || !read.ok) return false;
			await its.take({ messageId: randomUUID(), said: read.said, count: null });
			return true;
		},
		...mappingDesk({ webhooks, database, clock, sandbox }),
		giveName: (asked) =>
			inTransaction(database, (tx) => giveName(tx, { ...asked, at: clock.now() })),
		async notReady() {
			const off = webhooks.map(async ({ source, settings }) => {
				const force = settings.dialect === 'mapped' ? await inForce(sql, source) : null;
				return force?.isOff ? [source] : [];
			});
			return (await Promise.all(off)).flat();
		},
		dispose: () => sandbox.close()
	};
}

async function seen(
	{ source, settings }: WebhookSwitch,
	{
		database: { sql },
		clock,
		counts
	}: { database: Pick<Database, 'sql'>; clock: Clock; counts: readonly Counted[] }
): Promise<PostingSeen> {
	const isMapped = settings.dialect === 'mapped';
	const force = isMapped ? await inForce(sql, source) : null;
	return {
		source,
		dialect: settings.dialect,
		path: `/api/telephony/${source.replace('webhook:', '')}`,
		counts: counts
			.filter((each) => each.switch === source)
			.map(({ outcome, count }) => ({ outcome, count })),
		names: await namesSeen(sql, source),
		mapping: isMapped
			? {
					expression: force?.expression ?? null,
					savedAt: force?.savedAt ?? null,
					isOff: !force || force.isOff,
					captured: await captured(sql, { source, at: clock.now() })
				}
			: null
	};
}
