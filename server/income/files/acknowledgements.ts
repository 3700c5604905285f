/**
 * The agents' answers, a CSV with the columns `instruction,what,reference,acknowledged,name`: see
 * `income/mappings/README.md`. Read whole; anything wrong with it refuses all of it.
 */
import { readDay, type Read } from '../../../shared/income/file-values.ts';
import { ACKNOWLEDGED_HEADS, type Acknowledged } from '../../../shared/income/acknowledgements.ts';
import { rowsIn } from './csv-rows.ts';
import { keepProblems, refuseTooMany, refused, type Problem, type Reading } from './problem.ts';

const HEADING = ACKNOWLEDGED_HEADS.join(',');
const MOST_IN_A_CELL = 100;

export function isAcknowledgements(heading: string): boolean {
	const plain = heading.replace(/^\uFEFF|^\u00EF\u00BB\u00BF/, '').replaceAll('"', '');
	return plain.replaceAll(' ', '').toLowerCase() === HEADING;
}

export async function readAcknowledgements(
	chunks: AsyncIterable<Uint8Array>
): Promise<Reading<readonly Acknowledged[]>> {
	const lines: Acknowledged[] = [];
	const problems: Problem[] = [];
	let isHeading = true;
	for await (const { record, info } of rowsIn(chunks, { encoding: 'utf-8', separator: ',' })) {
		if (isHeading) {
			isHeading = false;
			continue;
		}
		refuseTooMany(lines);
		const read = lineOf(record, info.lines);
		if (read.ok) lines.push(read.value);
		else keepProblems(problems, { line: info.lines, says: read.says });
	}
	if (lines.length === 0 && problems.length === 0)
		problems.push({ line: null, says: 'there is no answer in it' });
	return problems.length > 0 ? refused(problems) : { ok: true, value: lines };
}

function lineOf(record: readonly string[], lineNumber: number): Read<Acknowledged> {
	const wrong = (says: string) => ({ ok: false as const, says });
	if (record.length !== ACKNOWLEDGED_HEADS.length)
		return wrong(`there are ${record.length} cells and ${ACKNOWLEDGED_HEADS.length} columns`);
	if (record.some((cell) => cell.length > MOST_IN_A_CELL || cell.includes('\0')))
		return wrong('a cell has more letters than anybody types, or a NUL byte');
	const [id = '', what = '', reference = '', written = '', name = ''] = record.map((cell) =>
		cell.trim()
	);
	if (!/^[1-9]\d{0,14}$/.test(id)) return wrong(`"${id}" is no instruction of ours`);
	if (name === '') return wrong('it does not say who answers');
	const on = readDay(written);
	if (!on.ok) return on;
	return {
		ok: true,
		value: { lineNumber, instruction: Number(id), what, reference, on: on.value, name }
	};
}
