/** Which check reads which file, and every case of every file tried. No case is special: a check knows types, never ids. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Case, Check } from './case.ts';
import { benefitRecovery } from './checks/benefits.ts';
import { bankHolidays, clocks } from './checks/calendar.ts';
import { councilTaxInstalments, enforcementFees } from './checks/charges.ts';
import { directEarnings, earningsOrder } from './checks/earnings.ts';
import {
	appropriations,
	budget,
	frequencies,
	identifiers,
	schedules
} from './checks/households.ts';
import { casesOf, tables } from './checks/tables.ts';

const CHECKS: Record<string, Check> = {
	aeo_council_tax: earningsOrder,
	appropriation: appropriations,
	arrangement_schedule: schedules,
	bank_holidays: bankHolidays,
	dea: directEarnings,
	enforcement_fees: enforcementFees,
	frequency_conversion: frequencies,
	hb_and_benefit_recovery: benefitRecovery,
	identifiers,
	instalments_council_tax: councilTaxInstalments,
	sfs_budget: budget,
	statutory_tables: tables,
	timeline: clocks
};

export type Tried = { file: string; id: string; failed: string | null };

/** A file that no check reads fails as a whole, so that nothing is passed over in silence. */
export function tryFolder(folder: string): Tried[] {
	const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
	return files.toSorted().flatMap((name) => tryFile(join(folder, name)));
}

function tryFile(path: string): Tried[] {
	const file = basename(path, '.json');
	const check = CHECKS[file];
	if (!check) return [{ file, id: 'the whole file', failed: 'nothing here reads such a file' }];
	const read = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
	const cases = Array.isArray(read['cases']) ? (read['cases'] as Case[]) : casesOf(read);
	return cases.map((one) => ({ file, id: one.id, failed: failureOf(one, check) }));
}

function failureOf(one: Case, check: Check): string | null {
	try {
		const { got, expected } = check(one);
		if (isDeepStrictEqual(got, expected)) return null;
		return `got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}
