/** Rows as a CSV for a spreadsheet. A cell that a spreadsheet would take for a formula is made inert, in every file that goes out. */
import { stringify } from 'csv-stringify/sync';

/** csv-stringify puts an apostrophe before what begins like a formula. */
export function inertCsv(rows: readonly (readonly (string | number)[])[]): string {
	return stringify(
		rows.map((row) => [...row]),
		{ escape_formulas: true, record_delimiter: '\r\n' }
	);
}
