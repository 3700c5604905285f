/** What a customer needs done differently, kept for next time with their agreement: the need, never the reason. */
import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { supportRecord, type Adjustment, type Consent } from '../../shared/customers/support.ts';
import { addDays, addMonths, type Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { customers, supportNeeds } from './tables.ts';

/** What helps changes: it is asked again after a year. */
const REVIEW_MONTHS = 12;

export type NotedSupport = {
	customerId: string;
	adjustments: readonly Adjustment[];
	/** Empty where nothing was said of it. */
	language: string;
	consent: Consent;
	on: Day;
};

/** True when it is kept. An earlier note of ours ends the day before; the same again changes nothing. */
export async function noteSupport(tx: Transaction, noted: NotedSupport): Promise<boolean> {
	const { customerId, language, on } = noted;
	const record = supportRecord(noted.adjustments);
	if (noted.consent !== 'given' || (record === null && language === '')) return false;
	if (language !== '') {
		await tx.update(customers).set({ language }).where(eq(customers.id, customerId));
	}
	if (record === null) return true;
	const ours = and(
		eq(supportNeeds.customerId, customerId),
		eq(supportNeeds.source, 'fairline'),
		isNull(supportNeeds.toOn)
	);
	const [known] = await tx.select().from(supportNeeds).where(ours);
	if (known?.adjustment === record.adjustment) return true;
	await tx
		.update(supportNeeds)
		.set({ toOn: addDays(on, -1) })
		.where(ours);
	await tx.insert(supportNeeds).values({
		id: randomUUID(),
		customerId,
		...record,
		consent: 'given',
		reviewOn: addMonths(on, REVIEW_MONTHS),
		fromOn: on,
		toOn: null,
		source: 'fairline'
	});
	return true;
}
