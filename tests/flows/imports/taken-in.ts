/** An extract of a few lines, taken in as it comes: published, with no line rejected. */
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { fixedClock } from '#server/clock.ts';
import { importExtract } from '#server/imports/import.ts';
import { addDays, day, instantInLondon, type Day } from '#shared/time/day.ts';
import { extractOf, shippedMapping, type ExtractLine } from '../../builders/extracts.ts';

export async function takenIn(
	url: string,
	{ as, lines, on = day('2026-11-18') }: { as: string; lines: readonly ExtractLine[]; on?: Day }
): Promise<void> {
	const bytes = extractOf(as, lines, { on });
	const file = { name: 'extract', length: bytes.length, bytes: Readable.from([bytes]) };
	const imported = await importExtract({
		url,
		clock: fixedClock(instantInLondon(addDays(on, 1), '10:00')),
		mapping: shippedMapping(as),
		file
	});
	expect(imported).toMatchObject({ state: 'published', rejected: 0 });
}
