/** What an import came to, and how far one is, in lines for the person at the terminal. */
import { sayLeft } from '../../shared/officers/imports.ts';
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

type Told = Omit<Progress, 'bytes'> & { bytes?: number };

export function sayProgress({ step, rows, rowsInAll, bytes = 0, ms, msLeft }: Told): string {
	const what = step === 'reading' ? '' : `${STEPS[step]}: `;
	if (rows === 0 || step === 'checking') return `${what}${count(rowsInAll ?? rows)} lines …`;
	const lines = rowsInAll === null ? count(rows) : `${count(rows)} of ${count(rowsInAll)}`;
	const rate = Math.round((rows * 1000) / Math.max(ms, 1));
	const left = msLeft === null ? `${count(Math.round(bytes / 1024))} KB read` : sayLeft(msLeft);
	return `${what}${lines} lines, ${count(rate)} a second, ${left} …`;
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
	if (rejected === 0) return [];
	return [
		rejected === 1 ? 'One line could not be taken.' : `${count(rejected)} lines could not be taken.`
	];
}
