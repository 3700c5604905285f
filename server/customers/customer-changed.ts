/** What became of customers, for whoever tells the contacts that are open about them. */
import type { CustomerChange } from '../../shared/contacts/log/person-events.ts';

export type CustomerChanged = { because: CustomerChange; customerIds: readonly string[] };
