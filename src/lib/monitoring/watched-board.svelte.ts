/**
 * The board on this screen. Its figures follow the live state at once; its rows change places only every ten seconds
 * and never under the pointer, and what is new and wants a leader is spoken no oftener than that.
 */
import { alertsAt, type Alert } from '#shared/monitoring/alerts.ts';
import { boardOf, type BoardApproval, type BoardRow } from '#shared/monitoring/board.ts';
import { serverClock } from '../clock.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { announcements } from '../ui/telling/announce.svelte.ts';
import { alertWords, approvalAloud } from './words.ts';

const SETTLE_EVERY_MS = 10_000;

export class WatchedBoard {
	/** The pointer or the focus is in the table: nothing moves away from under it. */
	isPointedAt = $state(false);

	readonly #live: Live;
	#order = $state.raw<readonly string[]>([]);
	#spoken: readonly string[] = [];

	constructor(live: Live) {
		this.#live = live;
		this.#order = this.now.rows.map(({ officerId }) => officerId);
	}

	readonly now = $derived.by(() =>
		boardOf({ tiles: Object.values(this.#live.tiles), teams: Object.values(this.#live.teams) })
	);

	readonly rows: readonly BoardRow[] = $derived.by(() => {
		const place = (row: BoardRow) => {
			const at = this.#order.indexOf(row.officerId);
			return at < 0 ? this.#order.length : at;
		};
		return this.now.rows.toSorted((a, b) => place(a) - place(b));
	});

	readonly alerts: readonly Alert[] = $derived.by(() => alertsAt(this.now, serverClock.now));

	/** Gone at its time by the server's clock, whether or not the lapse has been heard. */
	readonly approvals: readonly BoardApproval[] = $derived.by(() =>
		this.now.approvals.filter(({ expiresAt }) => Date.parse(expiresAt) > serverClock.now)
	);

	get link(): 'live' | 'reconnecting' | 'offline' {
		const { link } = this.#live;
		if (link === 'reconnecting' || link === 'offline') return link;
		return link === 'signed-out' ? 'offline' : 'live';
	}

	/** Keeps time and order moving. Answers how to stop. */
	watch(): () => void {
		const stopClock = serverClock.watch();
		const timer = setInterval(() => this.#settle(), SETTLE_EVERY_MS);
		return () => {
			stopClock();
			clearInterval(timer);
		};
	}

	#settle(): void {
		if (!this.isPointedAt) this.#order = this.now.rows.map(({ officerId }) => officerId);
		const wanting = [
			...this.alerts.map((alert) => ({ key: keyOf(alert), aloud: alertWords(alert).aloud })),
			...this.approvals.map((one) => ({ key: one.approvalId, aloud: approvalAloud(one) }))
		];
		const unspoken = wanting.filter(({ key }) => !this.#spoken.includes(key));
		this.#spoken = wanting.map(({ key }) => key);
		if (unspoken.length > 0) announcements.say(unspoken.map(({ aloud }) => aloud).join(' '));
	}
}

function keyOf(alert: Alert): string {
	return `${alert.kind} ${'officerId' in alert ? alert.officerId : alert.contactId} ${alert.since}`;
}
