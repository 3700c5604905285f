/** Tells a person at the terminal how a long fill goes on: rows, how many a second, and how long it will still take. */
import { stopwatch } from '../../clock.ts';
import type { Say } from '../../progress.ts';
import type { Filled } from './fill.ts';

const EVERY_MS = 5_000;

/** `expected`: how many households there will be, near enough. */
export function fillProgress(expected: number, say: Say): (so: Filled) => void {
	const took = stopwatch();
	let toldAt = 0;
	return ({ households, rows }) => {
		const ms = took();
		if (ms - toldAt < EVERY_MS) return;
		toldAt = ms;
		const left = Math.max(0, (ms / households) * (expected - households));
		const share = Math.min(99, Math.floor((households / expected) * 100));
		say(
			`${count(rows)} rows, ${count((rows / ms) * 1000)} a second, ${share}%, about ${timeLeft(left)} left before the indexes.`
		);
	};
}

function count(number: number): string {
	return Math.round(number).toLocaleString('en-GB');
}

function timeLeft(ms: number): string {
	const seconds = Math.round(ms / 1000);
	if (seconds < 90) return `${seconds} seconds`;
	return `${Math.round(seconds / 60)} minutes`;
}
