/** The webhook room, put together: the door that switches post to, what is counted at it, and mappings as they are made. */
import { randomUUID } from 'node:crypto';
import type { MappingRefusal, PostingSeen, Previewed } from '#shared/calls/mapping.ts';
import type { Clock } from '../../clock.ts';
import type { RawSql } from '../../db/client.ts';
import type { Log } from '../../log.ts';
import type { Part } from '../../part.ts';
import type { Switch } from '../port.ts';
import { counting, exposition } from './counts.ts';
import { dialectOf } from './dialects.ts';
import { tried } from './mapping/mapped.ts';
import { captured, inForce, save } from './mapping/mappings.ts';
import { openSandbox } from './mapping/sandbox.ts';
import { receiver, type Answer } from './receive.ts';
import { webhooksAmong, type WebhookSwitch } from './switch.ts';

type Asked = { source: string; expression: string };
export type Saved = { ok: true } | { ok: false; because: MappingRefusal };

export type Webhooks = Part & {
	/** Takes the request where it is one of ours. */
	answer: Answer;
	metrics(): string;
	/** An officer's own softphone says who calls. False where no switch is called pop. */
	pop(asked: Popped): Promise<boolean>;
	see(): Promise<PostingSeen[]>;
	/** What a mapping makes of the messages captured last. */
	preview(asked: Asked): Promise<Previewed[]>;
	/** Refused where it fails with any of the messages captured last. */
	save(asked: Asked & { officerId: string }): Promise<Saved>;
};

export type Popped = { agent: string; number: string; callId: string; state: string };

type Parts = { switches: readonly Switch[]; sql: RawSql; clock: Clock; log: Log; origin: string };

export function openWebhooks({ switches, sql, clock, log, origin }: Parts): Webhooks {
	const counts = counting();
	const webhooks = webhooksAmong(switches);
	const sandbox = openSandbox();
	const mapping = { sql, clock, sandbox };
	const mappedOne = (source: string) =>
		webhooks.find((its) => its.source === source && its.settings.dialect === 'mapped');

	async function preview({ source, expression }: Asked): Promise<Previewed[]> {
		if (!mappedOne(source)) return [];
		const previewed: Previewed[] = [];
		for (const { number, content } of await captured(sql, { source, at: clock.now() })) {
			const read = await tried({ expression, content: JSON.parse(content) }, sandbox);
			const events = read && read.said.length > 0 ? JSON.stringify(read.said, null, 2) : null;
			previewed.push({ number, events, isGood: read !== null });
		}
		return previewed;
	}

	return {
		answer: receiver({ clock, log, origin, counts, webhooks, mapping }),
		metrics: () => exposition(counts.all()),
		see: () => Promise.all(webhooks.map((its) => seen(its, { sql, clock, counts: counts.all() }))),
		async pop(asked) {
			const its = webhooks.find((each) => each.settings.dialect === 'pop');
			const read = dialectOf('pop')(asked);
			if (!its || !read.ok) return false;
			await its.take({ messageId: randomUUID(), said: read.said, count: null });
			return true;
		},
		preview,
		async save({ source, expression, officerId }) {
			const its = mappedOne(source);
			if (!its) return { ok: false, because: 'no-such-switch' };
			const runs = await tried({ expression, content: {} }, sandbox);
			const previewed = await preview({ source, expression });
			const fits = previewed.length > 0 ? previewed.every(({ isGood }) => isGood) : runs !== null;
			if (!fits) return { ok: false, because: 'does-not-fit' };
			await save(sql, { source, expression, officerId, at: clock.now() });
			its.isMappingOff = false;
			log.info({ event: 'webhook.mapping', switch: source, outcome: 'saved', officerId });
			return { ok: true };
		},
		dispose: () => sandbox.close()
	};
}

async function seen(
	{ source, settings }: WebhookSwitch,
	{
		sql,
		clock,
		counts
	}: { sql: RawSql; clock: Clock; counts: ReturnType<ReturnType<typeof counting>['all']> }
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
