/**
 * How a value stands in a source's file: its days, its amounts and its codes, each read and written by the mapping. A
 * value that cannot be read is null with the reason in words; the value itself is in no reason, because whoever sees
 * the reasons need not be allowed to see the people.
 */
import { isNino, isUprn, normalNino } from '../../../shared/customers/identifiers.ts';
import { parsePounds, pence, typePounds, type Pence } from '../../../shared/money/pence.ts';
import { dateOf, daysInMonth } from '../../../shared/time/day-number.ts';
import type { Day } from '../../../shared/time/day.ts';
import type { Reading } from './fields.ts';
import type { Mapping } from './mapping.ts';

export type Value = string | number | boolean;

export type ValueRead = { ok: true; value: Value } | { ok: false; because: string };

export type Layout = Pick<Mapping, 'days' | 'amounts'>;

const DAYS: Record<Mapping['days'], { shape: RegExp; order: readonly [number, number, number] }> = {
	'YYYY-MM-DD': { shape: /^(\d{4})-(\d{2})-(\d{2})$/, order: [1, 2, 3] },
	'DD/MM/YYYY': { shape: /^(\d{2})\/(\d{2})\/(\d{4})$/, order: [3, 2, 1] },
	YYYYMMDD: { shape: /^(\d{4})(\d{2})(\d{2})$/, order: [1, 2, 3] }
};

const FIRST_YEAR = 1850;
const LAST_YEAR = 2150;
/** No line of a council's books is for a thousand million pounds: an account number in the wrong cell is. */
const MOST_PENCE = pence(99_999_999_999);
const MOST_DIGITS = 12;
const TOO_MUCH = 'is more than any line can be for';

const no = (because: string): ValueRead => ({ ok: false, because });
const yes = (value: Value): ValueRead => ({ ok: true, value });

/** `text` is not empty: an empty cell says nothing and is not read. */
export function readValue(text: string, reading: Reading, layout: Layout): ValueRead {
	switch (reading.as) {
		case 'text':
			return text.length <= reading.most ? yes(text) : no(`is longer than ${reading.most} letters`);
		case 'day':
			return dayFrom(text, layout.days);
		case 'money':
			return moneyFrom(text, { layout, sign: reading.sign });
		case 'total':
			return totalFrom(text, layout);
		case 'count':
			return /^\d{1,9}$/.test(text) ? yes(Number(text)) : no('is not a count');
		case 'year':
			return /^(19|20|21)\d\d$/.test(text) ? yes(Number(text)) : no('is not a year');
		case 'yes':
			return /^[YN]$/.test(text) ? yes(text === 'Y') : no('is neither Y nor N');
		case 'nino':
			return isNino(text) ? yes(normalNino(text)) : no('cannot exist');
		case 'uprn':
			return isUprn(text) ? yes(text) : no('cannot exist');
		case 'last-four':
			return /^\d{4}$/.test(text) ? yes(text) : no('is not the last four figures of an account');
		case 'one-of':
			return reading.of.includes(text) ? yes(text) : no(`is none of ${reading.of.join(', ')}`);
	}
}

function dayFrom(text: string, days: Mapping['days']): ValueRead {
	const { shape, order } = DAYS[days];
	const found = shape.exec(text);
	if (!found) return no(`is not a day written ${days}`);
	const [year, month, dayOfMonth] = order.map((at) => found[at] ?? '');
	const date = { year: Number(year), month: Number(month), dayOfMonth: Number(dayOfMonth) };
	if (date.month < 1 || date.month > 12 || date.dayOfMonth < 1)
		return no('is a day that does not exist');
	if (date.dayOfMonth > daysInMonth(date)) return no('is a day that does not exist');
	if (date.year < FIRST_YEAR || date.year > LAST_YEAR) return no('is a day of another age');
	return yes(`${year ?? ''}-${month ?? ''}-${dayOfMonth ?? ''}`);
}

/** Below nothing in front, `-12.34`, or as ledgers print it behind, `12.34-` and `12.34CR`. */
function moneyFrom(
	text: string,
	{ layout, sign }: { layout: Layout; sign: 'any' | 'not-negative' }
): ValueRead {
	const behind = /[-R]$/.test(text) ? /^(.*?)\s*(-|CR)$/.exec(text) : null;
	const written = behind ? `-${behind[1] ?? ''}` : text;
	const mayBeLong = text.length > MOST_DIGITS && /^[-+£\d,.]+$/.test(text);
	if (mayBeLong && digitsIn(text) > MOST_DIGITS) return no(TOO_MUCH);
	const amount = amountFrom(written, layout.amounts);
	if (amount === null) return no(`is not an amount in ${layout.amounts}`);
	if (Math.abs(amount) > MOST_PENCE) return no(TOO_MUCH);
	if (sign === 'not-negative' && amount < 0) return no('is below nothing, which it cannot be');
	return yes(amount);
}

function totalFrom(text: string, { amounts }: Layout): ValueRead {
	const total = amountFrom(text, amounts);
	return total === null ? no(`is not an amount in ${amounts}`) : yes(total);
}

const digitsIn = (text: string) => text.replace(/\D/g, '').length;

function amountFrom(text: string, amounts: Mapping['amounts']): Pence | null {
	// As nearly every file has them, and there are millions: without its point it is pence already.
	if (amounts === 'pounds' && /^-?\d{1,9}\.\d\d$/.test(text)) {
		return pence(Number(text.replace('.', '')));
	}
	if (amounts === 'pounds') return parsePounds(text);
	if (!/^[+-]?\d{1,15}$/.test(text)) return null;
	return pence(Number(text));
}

/** The same the other way, for whoever writes a file in a mapping's layout. Amounts are whole pence. */
export function writeValue(value: Value, reading: Reading, layout: Layout): string {
	switch (reading.as) {
		case 'day':
			return dayIn(value as Day, layout.days);
		case 'money':
		case 'total':
			return layout.amounts === 'pence' ? String(value) : typePounds(pence(Number(value)));
		case 'yes':
			return value === true ? 'Y' : 'N';
		default:
			return String(value);
	}
}

function dayIn(on: Day, days: Mapping['days']): string {
	if (days === 'YYYY-MM-DD') return on;
	const { year, month, dayOfMonth } = dateOf(on);
	const two = (number: number) => String(number).padStart(2, '0');
	return days === 'YYYYMMDD'
		? `${year}${two(month)}${two(dayOfMonth)}`
		: `${two(dayOfMonth)}/${two(month)}/${year}`;
}
