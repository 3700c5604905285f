/** What became of customers, for whoever tells the contacts that are open about them. */
import type { CustomerChange } from '../../shared/contacts/person-events.ts';

export type CustomerChanged = { because: CustomerChange; customerIds: readonly string[] };
