import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { debtThat, monthlyDues } from '../../tests/builders/debts.ts';
import {
	DEMO_DAY,
	meansOf,
	offerOf,
	planned,
	POLICY,
	requestOf,
	SORTING
} from '../../tests/builders/plans.ts';
import { readBack } from '../../shared/arrangements/read-back.ts';
import { sortDebts } from '../../shared/arrangements/terms/in-or-out.ts';
import type { Counter } from '../../shared/income/references/counter-barcodes.ts';
import { agreementText, type LetterText } from '../../shared/outcomes/agreement-text.ts';
import { plainText } from '../../shared/outcomes/plain-text.ts';
import { day } from '../../shared/time/day.ts';
import { pdfOf } from './pdf.ts';
import { facesFor, widthOf } from './typeface.ts';

const DEBTS = [
	...(['2024 to 2025', '2025 to 2026'] as const).map((year, index) =>
		debtThat({
			id: `order-${index}`,
			title: `Council Tax ${year}`,
			reference: `771044826${index}`,
			owes: 984_37 + index * 200_00,
			ground: 'joint',
			others: ['Dean Ashworth']
		})
	),
	...[1460_25, 260_25].map((owes, index) =>
		debtThat({
			id: `overpayment-${index}`,
			title: 'Housing Benefit overpayment',
			reference: `HBO21087${index}`,
			owes,
			stream: 'overpayment',
			stage: 'INVOICE',
			stageOn: day('2026-06-03')
		})
	),
	...['Nursery fees', 'Garden waste'].map((title, index) =>
		debtThat({
			id: title,
			title,
			reference: `SI0090331${index}`,
			owes: 126_00,
			stream: 'invoice',
			stage: 'REMINDER',
			stageOn: day('2026-10-20')
		})
	),
	debtThat({
		id: 'this-year',
		title: 'Council Tax 2026 to 2027',
		owes: 826_00,
		fromOn: day('2026-04-01'),
		stage: 'REMINDER_1',
		stageOn: day('2026-11-09'),
		dues: monthlyDues(118_00, { from: '2026-04-01', count: 12 }),
		facts: { taxYear: 2026, wholeBalanceDueOn: day('2026-11-23') },
		holds: [{ kind: 'application-pending', fromOn: DEMO_DAY, untilOn: day('2026-12-17') }]
	}),
	debtThat({
		id: 'parking',
		title: 'Parking penalty',
		owes: 70_00,
		stream: 'parking',
		stage: 'NTO',
		stageOn: day('2026-11-11'),
		facts: { challengeUntilOn: day('2026-12-08') }
	})
];

const REFERENCE = '9000000017';
const COUNCIL = 'Northmere City Council';

function agreement(payment: number, count: number, counters: readonly Counter[] = []): LetterText {
	const request = requestOf(DEBTS, { means: meansOf(400_00, 380_00) });
	const plan = planned(offerOf(payment, { method: 'direct-debit' }), request);
	expect([plan.debts.length, plan.payments.length]).toEqual([6, count]);
	const { outside } = sortDebts(DEBTS, SORTING);
	return agreementText({
		plan,
		outside,
		number: 'NA 2026 000 001',
		paymentReference: REFERENCE,
		counters,
		lines: readBack({ plan, outside, policy: POLICY, paymentReference: REFERENCE }),
		to: { name: 'Kelly Ashworth', address: ['14 Lantern Row', 'Northmere', 'NM4 7QT'] },
		policy: POLICY,
		today: DEMO_DAY
	});
}

async function pagesOf(text: LetterText, isLargePrint = false): Promise<number> {
	const bytes = await pdfOf(text, { council: COUNCIL, isLargePrint });
	return (await PDFDocument.load(bytes)).getPageCount();
}

describe('the agreement on paper', () => {
	test.each([
		[116_00, 36],
		[160_00, 26],
		[350_00, 12]
	])('is one page over six debts, at %i pence in %i payments', async (payment, count) => {
		expect(await pagesOf(agreement(payment, count))).toBe(1);
	});

	test('has the barcode of each counter network, all but the dates still on one page', async () => {
		const shops = { name: 'Shops with PayPoint', begins: '98269950', digits: 24 } as const;
		const counters = [
			{ name: 'Post Office', begins: '982699', digits: 20, check: 'modulus-10' },
			{ ...shops, check: 'no-check' }
		] as const;
		const text = agreement(160_00, 26, counters);
		expect(text.counters).toEqual([
			{ name: 'Post Office', digits: '98269900090000000170' },
			{ name: 'Shops with PayPoint', digits: '982699500000009000000017' }
		]);
		expect(await pagesOf(text)).toBe(2);
		expect(await pagesOf(agreement(350_00, 12, counters.slice(0, 1)))).toBe(1);
	});

	test('says the date of every payment, beside its amount and not over it', async () => {
		const { schedule } = agreement(116_00, 36);
		const { plain } = await facesFor(await PDFDocument.create());
		const rows = schedule?.table.rows ?? [];
		expect(rows).toHaveLength(36);
		const widths = rows.map(([number, date, , amount]) =>
			widthOf(`${number}. ${date} ${amount}`, plain, 8)
		);
		expect(Math.max(...widths)).toBeLessThan(108);
		expect(schedule?.note).toBe('* If that stays a working day.');
	});

	test('goes on to more pages in large print', async () => {
		expect(await pagesOf(agreement(116_00, 36), true)).toBeGreaterThan(1);
	});

	test('leaves the dates to pages of their own where they are too many', async () => {
		const text = agreement(116_00, 36);
		const { schedule } = text;
		if (!schedule) throw new Error('A plan has dates.');
		const many = Array.from({ length: 8 }, () => schedule.table.rows).flat();
		const longer = { ...text, schedule: { ...schedule, table: { ...schedule.table, rows: many } } };
		expect(await pagesOf(longer)).toBeGreaterThan(2);
	});
});

test('what is owed on each account is one page', async () => {
	const to = { name: 'Łukasz Nowak', address: [] };
	const text = plainText({ letter: 'balances', lines: [], debts: DEBTS, to, today: DEMO_DAY });
	expect(await pagesOf(text)).toBe(1);
});
