/**
 * Keeps every switch told whether it may offer an officer a call, as their tile says it. One officer's news goes to one
 * switch in order, and the newest tile wins; a switch that is away is told once it is up, and one that cannot be told or
 * will not listen changes nothing for the officer: its refusal is a line of the log.
 */
import { atTheSwitch, type AtTheSwitch } from '#shared/monitoring/at-the-switch.ts';
import type { Tile } from '#shared/monitoring/tile.ts';
import type { CallEvent } from '#shared/calls/events.ts';
import type { Part } from '../part.ts';
import type { Switch } from './port.ts';

export type PresenceTold = Part &
	Readonly<{
		/** After the commit. */
		tell: (tile: Tile) => void;
		/** A link that is up may be that of a switch which has forgotten. */
		hear: (event: CallEvent) => void;
	}>;

export function tellingPresence({
	switches,
	extensionOf,
	failed
}: {
	switches: readonly Switch[];
	extensionOf: (officerId: string) => Promise<string | null>;
	failed: (cause: unknown) => void;
}): PresenceTold {
	const wanted = new Map<string, { version: number; told: AtTheSwitch | null }>();
	const last = new Map<string, Promise<void>>();
	let isStopped = false;

	async function tellNow(its: Switch, officerId: string): Promise<void> {
		const told = wanted.get(officerId)?.told;
		// A switch that was never up is told when it is.
		if (isStopped || !told || its.state() === 'connecting') return;
		const agent = await extensionOf(officerId);
		if (agent !== null) await its.command({ ...told, agent });
	}

	/** After what is being told already: each reads what is wanted when its turn comes. */
	function queue(its: Switch, officerId: string): void {
		const key = `${its.source} ${officerId}`;
		const before = last.get(key) ?? Promise.resolve();
		last.set(
			key,
			before.then(() => tellNow(its, officerId)).catch((cause: unknown) => failed(cause))
		);
	}

	return {
		tell({ officerId, version, state }) {
			const before = wanted.get(officerId);
			if (before && before.version >= version) return;
			const told = atTheSwitch(state) ?? before?.told ?? null;
			wanted.set(officerId, { version, told });
			if (isSame(told, before?.told ?? null)) return;
			for (const its of switches) queue(its, officerId);
		},
		hear(event) {
			if (event.type !== 'source.connected') return;
			const its = switches.find(({ source }) => source === event.source);
			if (its) for (const officerId of wanted.keys()) queue(its, officerId);
		},
		async dispose() {
			isStopped = true;
			await Promise.all(last.values());
		}
	};
}

function isSame(one: AtTheSwitch | null, other: AtTheSwitch | null): boolean {
	if (one?.verb === 'pause' && other?.verb === 'pause') return one.reason === other.reason;
	return one?.verb === other?.verb;
}
