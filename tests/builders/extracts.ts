/** Extracts written in a mapping's own layout, small enough to read: Kelly’s and one firm's council tax, and whatever else a test says. */
import { extractWriter, type Said } from '#server/imports/mapping/extract-writer.ts';
import type { BodyKind } from '#server/imports/mapping/fields.ts';
import type { Mapping } from '#server/imports/mapping/mapping.ts';
import { mappingNamed } from '#server/imports/mapping/mappings.ts';
import { pence } from '#shared/money/pence.ts';
import { day, type Day } from '#shared/time/day.ts';

export type ExtractLine = { [Kind in BodyKind]: readonly [Kind, Said<Kind>] }[BodyKind];

export function shippedMapping(name: string): Mapping {
	const read = mappingNamed(name, '/nonexistent');
	if (!read.ok) throw new Error(read.because.join(' '));
	return read.mapping;
}

export function extractOf(
	name: string,
	lines: readonly ExtractLine[],
	{
		on = day('2026-11-18'),
		end = (whole: string) => whole
	}: { on?: Day; end?: (whole: string) => string } = {}
): Buffer {
	const writer = extractWriter(shippedMapping(name));
	const written = lines.map(([kind, said]) => writer.line(kind, said as Said<typeof kind>));
	return writer.bytes(end([writer.header(on), ...written, writer.trailer()].join('')));
}

export const TAX = { reference: '7710448299', title: 'Council Tax 2026 to 2027' };

export const KELLY = {
	key: 'CT-1',
	kind: 'person',
	givenNames: 'Kelly Ann',
	familyName: 'Ashworth',
	bornOn: day('1991-02-14'),
	nino: 'AB123456C',
	phone: '07700 900942',
	email: 'kelly.a@example.com',
	line1: '14 Tannery Row',
	town: 'Northmere',
	postcode: 'NM3 4QT'
} as const;

export const KELLYS_DEBT = {
	...TAX,
	fromOn: day('2026-04-01'),
	untilOn: day('2027-03-31'),
	stage: 'REMINDER_1',
	stageOn: day('2026-10-12'),
	balance: pence(91_240),
	taxYear: 2026
} as const;

/** A whole account: charged, paid once, two instalments to come, one person liable. */
export const KELLYS: readonly ExtractLine[] = [
	['person', KELLY],
	['debt', KELLYS_DEBT],
	['liability', { ...TAX, key: 'CT-1', ground: 'sole', fromOn: day('2026-04-01') }],
	['due', { ...TAX, on: day('2026-12-01'), amount: pence(45_620) }],
	['due', { ...TAX, on: day('2027-01-01'), amount: pence(45_620) }],
	[
		'transaction',
		{ ...TAX, id: 'T1', on: day('2026-04-01'), kind: 'charge', amount: pence(140_200) }
	],
	[
		'transaction',
		{
			...TAX,
			id: 'T2',
			on: day('2026-05-02'),
			kind: 'payment',
			amount: pence(-48_960),
			method: 'card',
			payer: 'CT-1'
		}
	],
	['stage', { ...TAX, stage: 'DEMAND', on: day('2026-03-15') }]
];
