/**
 * Whose the names in a switch's messages are, kept at hand by whoever listens to it. An administrator's word counts
 * before an extension; a name that is neither stays as it is and is noted for them, at most once a minute each.
 */
import type { CallEvent } from '#shared/calls/events.ts';
import type { Clock } from '../../../clock.ts';
import type { RawSql } from '../../../db/client.ts';
import { extensionsGiven, namesOwned, noteNames, type Owned } from './names.ts';

/** Noted of one switch in a minute: a flood of names fills nothing. */
const MOST_NOTED = 100;

export type KnownNames = {
	/** With the officer's extension, or their id, where the switch has its own name. */
	named(event: CallEvent): CallEvent;
	isSame: (one: string, other: string) => boolean;
	/** Reads whose the names are now. Those that have become somebody's. */
	look(): Promise<ReadonlySet<string>>;
	/** Writes down what was heard that is nobody's. */
	note(): Promise<void>;
	/** What was noted may be noted again. */
	begin(): void;
};

export function knownNames({
	source,
	sql,
	clock
}: {
	source: string;
	sql: RawSql;
	clock: Pick<Clock, 'now'>;
}): KnownNames {
	let owned: ReadonlyMap<string, Owned> = new Map();
	let extensions: ReadonlySet<string> = new Set();
	let noted = new Set<string>();
	let unknown = new Set<string>();

	function agentOf(name: string): string {
		const known = owned.get(name);
		if (!known && !extensions.has(name) && noted.size + unknown.size < MOST_NOTED) {
			if (!noted.has(name)) unknown.add(name);
		}
		return known?.agent ?? name;
	}

	return {
		named(event) {
			const whose = 'agent' in event ? { ...event, agent: agentOf(event.agent) } : event;
			if (whose.type !== 'consult.started' && whose.type !== 'contact.transferred') return whose;
			return { ...whose, to: owned.get(whose.to)?.called ?? whose.to };
		},
		isSame: (one, other) => (owned.get(one)?.agent ?? one) === (owned.get(other)?.agent ?? other),
		async look() {
			const before = owned;
			const now = await namesOwned(sql, source);
			owned = new Map(now.map((each) => [each.name, each]));
			extensions = new Set(await extensionsGiven(sql));
			const isNew = ({ name, agent }: Owned) => before.get(name)?.agent !== agent;
			return new Set(now.filter(isNew).map(({ name }) => name));
		},
		async note() {
			if (unknown.size === 0) return;
			const names = [...unknown];
			noted = new Set([...noted, ...names]);
			unknown = new Set();
			await noteNames(sql, { source, names, at: clock.now() });
		},
		begin() {
			noted = new Set();
		}
	};
}
