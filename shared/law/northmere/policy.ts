/** SAMPLE. The demo council's first policy, whole: ours, not law, and not any council's. */
import type { Day } from '../../time/day.ts';
import type { Policy, PolicyVersions } from '../policy-values.ts';
import { policyInForce } from '../policy.ts';
import { COUNCIL_TAX } from './council-tax.ts';
import { HOMES } from './homes.ts';
import { INVOICES } from './invoices.ts';
import { LIFE } from './life.ts';
import { MONEY } from './money.ts';
import { OUTSIDE } from './outside.ts';
import { RATES } from './rates.ts';

export const NORTHMERE: PolicyVersions = {
	...MONEY,
	...COUNCIL_TAX,
	...RATES,
	...INVOICES,
	...HOMES,
	...OUTSIDE,
	...LIFE
};

/** The sample's rows in force on a day: for tests, the gallery and the seed, and nothing that a council runs. */
export function samplePolicy(on: Day): Policy {
	return policyInForce(on, NORTHMERE);
}
