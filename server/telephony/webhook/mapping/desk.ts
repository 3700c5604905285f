/** What an administrator does with the mapping of a switch: tries it on the last messages, saves it, switches it on again. */
import type { MappingRefusal, Previewed } from '#shared/calls/mapping.ts';
import type { Clock } from '../../../clock.ts';
import type { Database } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { WebhookSwitch } from '../switch.ts';
import { tried } from './mapped.ts';
import { captured, save, switchOn } from './mappings.ts';
import type { Sandbox } from './sandbox.ts';

type Asked = { source: string; expression: string };
type Saved = { ok: true } | { ok: false; because: MappingRefusal };

export type MappingDesk = {
	/** What a mapping makes of the messages captured last. */
	preview(asked: Asked): Promise<Previewed[]>;
	/** Refused where it fails with any of the messages captured last. */
	save(asked: Asked & { officerId: string }): Promise<Saved>;
	/** After three failures. */
	switchOn(asked: { source: string; officerId: string }): Promise<Saved>;
};

export function mappingDesk({
	webhooks,
	database,
	clock,
	sandbox
}: {
	webhooks: readonly WebhookSwitch[];
	database: Pick<Database, 'sql' | 'orm'>;
	clock: Clock;
	sandbox: Sandbox;
}): MappingDesk {
	const isMapped = (source: string) =>
		webhooks.some((its) => its.source === source && its.settings.dialect === 'mapped');

	async function preview({ source, expression }: Asked): Promise<Previewed[]> {
		if (!isMapped(source)) return [];
		const previewed: Previewed[] = [];
		for (const { number, content } of await captured(database.sql, { source, at: clock.now() })) {
			const read = await tried({ expression, content: JSON.parse(content) }, sandbox);
			const events = read && read.said.length > 0 ? JSON.stringify(read.said, null, 2) : null;
			previewed.push({ number, events, isGood: read !== null });
		}
		return previewed;
	}

	async function fits(asked: Asked): Promise<boolean> {
		const previewed = await preview(asked);
		if (previewed.length > 0) return previewed.every(({ isGood }) => isGood);
		return (await tried({ expression: asked.expression, content: {} }, sandbox)) !== null;
	}

	return {
		preview,
		async save({ officerId, ...asked }) {
			if (!isMapped(asked.source)) return NO_SUCH_SWITCH;
			if (!(await fits(asked))) return { ok: false, because: 'does-not-fit' };
			const at = clock.now();
			await inTransaction(database, (tx) => save(tx, { ...asked, officerId, at }));
			return { ok: true };
		},
		async switchOn(asked) {
			if (!isMapped(asked.source)) return NO_SUCH_SWITCH;
			const at = clock.now();
			await inTransaction(database, (tx) => switchOn(tx, { ...asked, at }));
			return { ok: true };
		}
	};
}

const NO_SUCH_SWITCH: Saved = { ok: false, because: 'no-such-switch' };
