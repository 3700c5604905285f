/**
 * Who has a screen open, at this process or at another. Each process tells the others of whoever comes and goes at its
 * own, and every other second of everybody there: what one that died had open is forgotten some seconds later.
 */
import { randomUUID } from 'node:crypto';
import { stopwatch } from '../clock.ts';
import type { Part } from '../part.ts';
import type { Notices } from './notices.ts';

export type ScreensIn = Part & {
	/** How many screens this officer has open here now. */
	here(officerId: string, count: number): void;
	isIn(officerId: string): boolean;
	everybody(): readonly string[];
	/** The first of somebody's screens is open, or the last has gone. */
	onTurn(turned: Turned): void;
};

type Turned = (officerId: string, isIn: boolean) => void;

const TELL_EVERY_MS = 2_000;
const FORGOTTEN_AFTER_MS = 6_500;
/** A notice of the database has at most 8,000 bytes. */
const IN_A_NOTICE = 100;

export function screensIn(notices: Notices): ScreensIn {
	const process = randomUUID();
	const here = new Set<string>();
	const others = elsewhere();
	const turns = turning((officerId) => here.has(officerId) || others.has(officerId));

	function tellAll(): void {
		const all = [...here];
		for (let at = 0; at < all.length; at += IN_A_NOTICE) {
			notices.tell({ kind: 'screens', process, officerIds: all.slice(at, at + IN_A_NOTICE) });
		}
	}

	notices.listen({
		heard(notice) {
			if (notice.kind === 'screens') turns.look(others.heard(notice));
			if (notice.kind === 'screen-gone') turns.look(others.gone(notice));
			if (notice.kind === 'screens-asked') tellAll();
		},
		missed() {
			notices.tell({ kind: 'screens-asked' });
			tellAll();
		}
	});
	notices.tell({ kind: 'screens-asked' });
	const timer = setInterval(() => {
		tellAll();
		others.forget();
		turns.look(turns.known());
	}, TELL_EVERY_MS).unref();

	return {
		here(officerId, count) {
			const was = here.has(officerId);
			if (count > 0) here.add(officerId);
			else here.delete(officerId);
			if (count > 0 && !was) notices.tell({ kind: 'screens', process, officerIds: [officerId] });
			if (count === 0 && was) notices.tell({ kind: 'screen-gone', process, officerId });
			turns.look([officerId]);
		},
		isIn: turns.isIn,
		everybody: turns.known,
		onTurn: turns.listen,
		dispose: () => Promise.resolve(clearInterval(timer))
	};
}

/** What other processes have told, each for some seconds. */
function elsewhere() {
	const time = stopwatch();
	/** By process, until when each is taken to be there. */
	const all = new Map<string, Map<string, number>>();
	return {
		has: (officerId: string) =>
			[...all.values()].some((there) => (there.get(officerId) ?? 0) > time()),
		heard({ process, officerIds }: { process: string; officerIds: readonly string[] }) {
			const there = all.get(process) ?? new Map<string, number>();
			all.set(process, there);
			for (const officerId of officerIds) there.set(officerId, time() + FORGOTTEN_AFTER_MS);
			return officerIds;
		},
		gone({ process, officerId }: { process: string; officerId: string }) {
			all.get(process)?.delete(officerId);
			return [officerId];
		},
		forget() {
			for (const [process, there] of all) {
				for (const [officerId, until] of there) if (until <= time()) there.delete(officerId);
				if (there.size === 0) all.delete(process);
			}
		}
	};
}

/** Who was in when it was last looked, so that each turn is told once. */
function turning(isInNow: (officerId: string) => boolean) {
	const known = new Set<string>();
	const listeners: Turned[] = [];
	return {
		isIn: (officerId: string) => known.has(officerId),
		known: (): readonly string[] => [...known],
		listen: (turned: Turned) => void listeners.push(turned),
		look(officerIds: readonly string[]) {
			for (const officerId of officerIds) {
				const isIn = isInNow(officerId);
				if (isIn === known.has(officerId)) continue;
				if (isIn) known.add(officerId);
				else known.delete(officerId);
				for (const turned of listeners) turned(officerId, isIn);
			}
		}
	};
}
