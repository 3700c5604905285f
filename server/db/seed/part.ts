/** Some scenarios together, with what is numbered across the whole seed numbered: what rows and extracts are made of. */
import { waitingIn, type Waiting } from './entry-rows.ts';
import { recordsOf, type SeedRecord } from './record-rows.ts';
import type { Scenario, SeedCustomer, SeedDebt } from './scenario.ts';
import type { Tally } from './tally.ts';

export type Part = {
	households: number;
	customers: readonly SeedCustomer[];
	debts: readonly SeedDebt[];
	records: readonly SeedRecord[];
	waiting: readonly Waiting[];
};

/** Large enough that a COPY is worth its beginning, small enough to be nothing beside the rest of the process. */
const CUSTOMERS_A_PART = 600;

export function* partsOf(scenarios: Iterable<Scenario>, tally: Tally): Generator<Part> {
	let some: Scenario[] = [];
	let count = 0;
	for (const scenario of scenarios) {
		some.push(scenario);
		count += scenario.customers.length;
		if (count < CUSTOMERS_A_PART) continue;
		yield partOf(some, tally);
		some = [];
		count = 0;
	}
	if (some.length > 0) yield partOf(some, tally);
}

function partOf(scenarios: readonly Scenario[], tally: Tally): Part {
	const customers = scenarios.flatMap((scenario) => scenario.customers);
	const debts = scenarios.flatMap((scenario) => scenario.debts);
	return {
		households: scenarios.length,
		customers,
		debts,
		records: recordsOf({ customers, debts }, tally),
		waiting: waitingIn(scenarios, tally)
	};
}
