/** What an import came to, and how far one is, in lines for the person at the terminal. */
import { formatDay } from '../../shared/time/day.ts';
import type { Matched } from '../customers/match-records.ts';
import type { Imported, Progress } from './import.ts';
import type { Published } from './publishing/publish.ts';

const count = (number: number) => number.toLocaleString('en-GB');

const STEPS = {
	checking: 'Looking at it as a whole',
	publishing: 'Publishing',
	people: 'Publishing people, 1 of 4',
	debts: 'Publishing debts, 2 of 4',
	entries: 'Publishing entries, 3 of 4',
	balances: 'Comparing balances, 4 of 4'
} as const;

export function sayProgress(progress: Progress, length: number | null): string {
	const { step, rows, bytes, ms } = progress;
	if (step !== 'reading') return `${STEPS[step]}: ${count(rows)} lines …`;
	const rate = Math.round((rows * 1000) / Math.max(ms, 1));
	const left = secondsLeft(progress, length);
	const so = left === null ? `${count(Math.round(bytes / 1024))} KB read` : sayLeft(left);
	return `${count(rows)} lines, ${count(rate)} a second, ${so} …`;
}

/** At the rate so far; null before anything can be said. */
export function secondsLeft({ bytes, ms }: Pick<Progress, 'bytes' | 'ms'>, length: number | null) {
	if (length === null || bytes === 0) return null;
	return Math.max(0, Math.ceil((ms * (length - bytes)) / bytes / 1000));
}

function sayLeft(seconds: number): string {
	if (seconds < 90) return `${seconds} seconds left`;
	return `${Math.round(seconds / 60)} minutes left`;
}

export function sayImported(imported: Imported): readonly string[] {
	if (imported.state === 'refused') return [imported.because, 'Nothing was changed.'];
	if (imported.state === 'already-in') return [imported.because];
	const left = leftOut(imported.rejected);
	if (imported.state === 'differs') {
		return [
			...imported.differences,
			...left,
			'Nothing of it shows yet. Whoever takes it with this difference says so in writing:',
			`  npm run import -- --accept ${imported.importId} --by "NAME" --because "WHY"`,
			`or refuses it: npm run import -- --refuse ${imported.importId} --by "NAME"`
		];
	}
	return [
		`${count(imported.rows)} lines of ${formatDay(imported.on)} are in.`,
		...left,
		...sayPublished(imported.published)
	];
}

export function sayMatched({ records, joined, reviews }: Matched): string {
	return `People new or changed: ${count(records)}. Joined with somebody we know: ${count(joined)}. To be looked at on Records: ${count(reviews)}.`;
}

export function sayPublished({ entered, retired, discrepancies }: Published): readonly string[] {
	return [
		`${count(entered)} transactions were new.`,
		...(retired > 0
			? [`${count(retired)} entries of ours were in it and count as theirs now.`]
			: []),
		...(discrepancies > 0
			? [`${count(discrepancies)} balances differ from our books: see Settings, Imports.`]
			: [])
	];
}

function leftOut(rejected: number): readonly string[] {
	return rejected > 0 ? [`${count(rejected)} lines could not be taken.`] : [];
}
