/**
 * A council tax extract of as many lines as are asked for: accounts of twenty lines, all of them clean. Each is of
 * somebody else: names, streets and days of birth come round at different primes, so that no two people have them alike,
 * and the first five hundred accounts have every word of them.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extractWriter, type ExtractWriter } from '#server/imports/mapping/extract-writer.ts';
import { mappingNamed } from '#server/imports/mapping/mappings.ts';
import { pence } from '#shared/money/pence.ts';
import { addDays, addMonths, day } from '#shared/time/day.ts';

const LINES_AN_ACCOUNT = 20;
const DUES = 5;
const FROM = day('2026-04-01');

/** `from`: the number of its first account, so that two files may be of other people. */
export async function writeExtract(file: string, lines: number, from = 0): Promise<void> {
	const read = mappingNamed('council-tax', '/nonexistent');
	if (!read.ok) throw new Error(read.because.join(' '));
	const writer = extractWriter(read.mapping);
	await pipeline(Readable.from(linesOf(writer, { lines, from })), createWriteStream(file));
}

function* linesOf(
	writer: ExtractWriter,
	{ lines, from }: { lines: number; from: number }
): Generator<string> {
	yield writer.header(day('2026-11-18'));
	for (let at = 0; at < lines / LINES_AN_ACCOUNT; at += 1) yield account(writer, from + at);
	yield writer.trailer();
}

function account(writer: ExtractWriter, at: number): string {
	const debt = { reference: String(7_000_000_000 + at), title: 'Council Tax 2026 to 2027' };
	const key = `CT-${at}`;
	const bill = pence(120_000 + (at % 9_000));
	const payments = Array.from({ length: LINES_AN_ACCOUNT - DUES - 6 }, (_, each) =>
		writer.line('transaction', {
			...debt,
			id: `T${at}-${each}`,
			on: addDays(FROM, 20 * each),
			kind: 'payment',
			amount: pence(-5_000),
			method: 'direct-debit',
			payer: key
		})
	);
	return [
		writer.line('person', {
			key,
			kind: 'person',
			givenNames: `Given${at % 97}`,
			familyName: `Family${at % 499}`,
			bornOn: addDays(day('1950-01-01'), at % 17_989),
			phone: `07700 900${String(at % 1_000).padStart(3, '0')}`,
			email: `person${at}@example.com`,
			line1: `${at % 193} Street${at % 41}`,
			town: 'Northmere',
			postcode: `NM1 ${at % 10}A${String.fromCharCode(65 + (at % 7))}`
		}),
		writer.line('debt', {
			...debt,
			fromOn: FROM,
			untilOn: day('2027-03-31'),
			stage: 'REMINDER_1',
			stageOn: day('2026-10-12'),
			balance: pence(bill - 5_000 * payments.length),
			taxYear: 2026
		}),
		writer.line('liability', { ...debt, key, ground: 'sole', fromOn: FROM }),
		writer.line('stage', { ...debt, stage: 'DEMAND', on: day('2026-03-15') }),
		writer.line('stage', { ...debt, stage: 'REMINDER_1', on: day('2026-10-12') }),
		...Array.from({ length: DUES }, (_, each) =>
			writer.line('due', { ...debt, on: addMonths(FROM, each), amount: pence(24_000) })
		),
		writer.line('transaction', { ...debt, id: `T${at}`, on: FROM, kind: 'charge', amount: bill }),
		...payments
	].join('');
}
