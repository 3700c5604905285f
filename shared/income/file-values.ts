/**
 * Amounts and days as a bank's file writes them. What is not plainly pounds and pence, a real day, and money that came
 * in, is a fault in words that says what was found: it is never guessed at.
 */
import { NO_PENCE, parsePounds, type Pence } from '../money/pence.ts';
import { isDay, type Day } from '../time/day.ts';

export type Read<Value> = { ok: true; value: Value } | { ok: false; says: string };

const WHOLE_OR_PENNIES = /^\d{1,18}(\.\d{1,5})?$/;
/** No one payment to a council is of a hundred million pounds: it is a slip of somebody's figures. */
const TOO_MUCH = /^\d{9,}/;

/** An amount as ISO 20022 and Bacs write it, `131.00`. */
export function readAmount(written: string, currency: string): Read<Pence> {
	if (currency !== 'GBP') {
		return wrong(
			`the amount is in ${currency === '' ? 'no currency' : shown(currency)}, not in GBP`
		);
	}
	if (/^-/.test(written)) return wrong(`the amount ${shown(written)} is less than nothing`);
	const isAmount = WHOLE_OR_PENNIES.test(written);
	const amount = isAmount ? parsePounds(written.replace(/(\.\d\d)0+$/, '$1')) : null;
	if (isAmount && TOO_MUCH.test(written.replace(/^0+/, ''))) {
		return wrong(`${shown(written)} is more than any one payment can be`);
	}
	if (amount === null) return wrong(`${shown(written)} is not an amount in pounds and pence`);
	if (amount === NO_PENCE) return wrong('the amount is nothing');
	return { ok: true, value: amount };
}

/** `2026-11-17`, or the day of `2026-11-17T09:30:00+00:00` where the bank wrote it. */
export function readDay(written: string): Read<Day> {
	const [on = ''] = written.split('T');
	const plain = on.replace(/(Z|[+-]\d\d:\d\d)$/, '');
	return isDay(plain) ? { ok: true, value: plain } : wrong(`there is no day ${shown(written)}`);
}

/** `17/11/2026`. */
export function readBritishDay(written: string): Read<Day> {
	const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? [];
	if (!day || !month || !year) return wrong(`there is no day ${shown(written)}`);
	return readDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function wrong(says: string): { ok: false; says: string } {
	return { ok: false, says };
}

/** What is not an amount or a day may be anything: only its beginning is told. */
function shown(written: string): string {
	return written.length > 24 ? `"${written.slice(0, 24)}…"` : `"${written}"`;
}
