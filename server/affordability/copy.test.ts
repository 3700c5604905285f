import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import { WEEKS } from '../../shared/affordability/business/cash-flow.ts';
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

function textOf(statement: Statement) {
	return statementText({
		statement,
		means: { left: pence(160_62), usable: pence(144_56) },
		version: 12,
		reviewOn: day('2027-05-19'),
		to: { name: 'Kelly Ashworth', address: ['14 Lantern Row', 'Northmere', 'NM4 7QT'] },
		today: TODAY
	});
}

async function pagesOf(statement: Statement): Promise<number> {
	const text = textOf(statement);
	expect(JSON.stringify(text)).not.toContain('Not for the copy');
	const pdf = await pdfOf(text, { council: 'Northmere City Council', isLargePrint: false });
	return (await PDFDocument.load(pdf)).getPageCount();
}

const WEEKLY = Array.from({ length: WEEKS }, () => ({
	moneyIn: pence(12_345_67),
	moneyOut: pence(11_345_67)
}));
const CASH_FLOW = {
	opening: pence(-1234_56),
	overdraft: pence(10_000_00),
	weeks: WEEKLY,
	sources: { overdraft: { provenance: 'bank', note: 'Not for the copy' } }
} as const;

test.each([
	['the lines most households have', filled(linesAskedFirst(HOUSEHOLD))],
	['seventy lines', filled(FULL_LINES.slice(0, 70))],
	['every line there is', filled(FULL_LINES)],
	['a company’s weeks', { ...filled([]), cashFlow: CASH_FLOW }],
	[
		'a sole trader’s sixty lines and weeks',
		{ ...filled(FULL_LINES.slice(0, 60)), cashFlow: CASH_FLOW }
	],
	[
		'an adviser’s with a long name',
		{
			...filled(FULL_LINES.slice(0, 80)),
			adviser: {
				name: 'Alexandrina Featherstonehaugh-Cholmondeley',
				organisation: 'Northmere and District Citizens’ Advice and Money Guidance Partnership',
				on: TODAY
			}
		}
	]
] as const)('a copy of %s is one page', async (_what, statement) => {
	expect(await pagesOf(statement)).toBe(1);
});

test('a line of nothing is left out of it', () => {
	const nothing = {
		line: 'gas',
		amount: pence(0),
		frequency: 'weekly',
		provenance: 'said'
	} as const;
	const text = textOf({ ...filled([]), lines: [nothing] });
	expect(text.ledger).toEqual([]);
});

test('it says of each figure what was given, by the month, and where it is from', () => {
	const text = textOf(filled(FULL_LINES.slice(0, 1)));
	expect(text.ledger?.[0]).toEqual({
		title: 'Income',
		total: '£1,337.44 a month',
		rows: [['Wages, after tax', '£1,234.56 4-weekly D', '£1,337.44']]
	});
	expect(text.sections[0]?.lines).toEqual(['D: we saw a document. The rest is as you told us.']);
});
