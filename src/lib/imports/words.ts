/** How an extract stands and why one cannot be accepted, in words. */
import {
	millisecondsLeft,
	sayLeft,
	type AcceptRefusal,
	type ImportSeen
} from '#shared/officers/imports.ts';
import type { Tone } from '../ui/tones.ts';

export const STATES: Record<ImportSeen['state'], { name: string; tone: Tone }> = {
	reading: { name: 'Being taken', tone: 'info' },
	differs: { name: 'Waits for you', tone: 'warn' },
	published: { name: 'In', tone: 'ok' },
	refused: { name: 'Refused', tone: 'bad' },
	abandoned: { name: 'Given up', tone: 'mute' }
};

export const STEPS: Record<ImportSeen['step'], string> = {
	reading: 'Reading',
	checking: 'Looking at it as a whole',
	publishing: 'Publishing',
	people: 'Publishing people, 1 of 4',
	debts: 'Publishing debts, 2 of 4',
	entries: 'Publishing entries, 3 of 4',
	balances: 'Comparing balances, 4 of 4'
};

/** Something of it is still being done, and will be whether or not anybody looks. */
export function isUnderWay({ state, isMatched }: Pick<ImportSeen, 'state' | 'isMatched'>): boolean {
	return state === 'reading' || !isMatched;
}

const count = (number: number) => number.toLocaleString('en-GB');

/** What of it is being done, how fast, and how long that takes yet. */
export function sayProgress(one: ImportSeen, now: number): string {
	if (one.state === 'published') return 'Comparing its people with those we know …';
	if (one.stoppedAt !== null) {
		const share = Math.floor((100 * one.stoppedAt) / Math.max(1, one.bytesInAll ?? 0));
		return `Its file stopped coming at ${share}%. Choose the same file again, and it goes on from there. After ten minutes it is given up.`;
	}
	if (one.step === 'reading') {
		const ms = since(one.startedAt, now);
		return said([perSecond(one.rows, ms), left(millisecondsLeft(one, ms))]);
	}
	if (one.publishingAt === null) return `${STEPS[one.step]} …`;
	return said([
		`${STEPS[one.step]}: ${count(one.rowsPublished)} of ${count(one.rows)} lines`,
		perSecond(one.rowsPublished, since(one.publishingAt, now)),
		left(one.expectedAt === null ? null : Date.parse(one.expectedAt) - now)
	]);
}

const since = (at: string, now: number) => Math.max(1, now - Date.parse(at));

const perSecond = (rows: number, ms: number) =>
	`${count(Math.round((rows * 1000) / ms))} lines a second`;

const left = (ms: number | null) => (ms === null ? null : sayLeft(ms));

const said = (parts: readonly (string | null)[]) =>
	parts.filter((part) => part !== null).join(', ');

export function sayListed(count: number): string {
	return count === 1
		? 'One line with its reason'
		: `${count.toLocaleString('en-GB')} lines with a reason each`;
}

export const ACCEPT_REFUSALS: Record<AcceptRefusal, string> = {
	'not-waiting': 'It does not wait any more: somebody answered, or a later one took its place.',
	'too-short': 'Say why it is taken with its difference, in a few words at least.',
	'no-mapping': 'Its mapping cannot be used any more. Mend it, and import the file again.',
	gone: 'Its lines are here no more, because the database was stopped. Import the file again.'
};
