import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { FULL_LINES } from '../../shared/affordability/lines.ts';
import { linesAskedFirst } from '../../shared/affordability/usual.ts';
import type { Statement } from '../../shared/affordability/statement.ts';
import { pence } from '../../shared/money/pence.ts';
import { statementText } from '../../shared/outcomes/statement-text.ts';
import { day } from '../../shared/time/day.ts';
import { pdfOf } from '../letters/pdf.ts';

const TODAY = day('2026-11-19');
const HOUSEHOLD = { adults: 2, childrenUnder16: 2, youngPeople: 1 };

function filled(lines: readonly { id: Statement['lines'][number]['line'] }[]): Statement {
	return {
		form: 'full',
		madeOn: TODAY,
		household: HOUSEHOLD,
		lines: lines.map(({ id }) => ({
			line: id,
			amount: pence(1234_56),
			frequency: 'four-weekly',
			provenance: 'document',
			note: 'Not for the copy'
		})),
		answers: null
	};
}

async function pagesOf(statement: Statement): Promise<number> {
	const text = statementText({
		statement,
		means: { left: pence(160_62), usable: pence(144_56), meanwhile: null },
		reviewOn: day('2027-05-19'),
		to: { name: 'Kelly Ashworth', address: ['14 Lantern Row', 'Northmere', 'NM4 7QT'] },
		today: TODAY
	});
	expect(JSON.stringify(text)).not.toContain('Not for the copy');
	const pdf = await pdfOf(text, { council: 'Northmere City Council', isLargePrint: false });
	return (await PDFDocument.load(pdf)).getPageCount();
}

test.each([
	['the lines most households have', linesAskedFirst(HOUSEHOLD)],
	['forty lines with all that is beside them', FULL_LINES.slice(0, 40)],
	['seventy lines', FULL_LINES.slice(0, 60)]
])('a copy of %s is one page', async (_what, lines) => {
	expect(await pagesOf(filled(lines))).toBe(1);
});
