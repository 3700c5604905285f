/** SAMPLE. The demo council's first policy, whole: ours, not law, and not any council's. */
import type { PolicyVersions } from '../policy-values.ts';
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
