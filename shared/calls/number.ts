/**
 * A caller's number as the network sent it, made one thing: E.164 or nothing. United Kingdom numbers are the default.
 * Numbers are matched whole, so whatever cannot be written as a whole number is no number. 08979 is Ofcom's filler for
 * a number the network does not have, and is nobody's.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { holdsCardNumber } from '../customers/card-number.ts';
import type { Caller, Presentation } from './events.ts';

export type NumberRead =
	{ number: string; presentation: 'allowed' } | { number: null; presentation: Presentation };

const WITHHELD = new Set(['anonymous', 'restricted', 'private', 'withheld']);
const UNAVAILABLE = new Set(['', 'unavailable', 'unknown', '<unknown>', 'asterisk']);
const FILLER = '+448979';
const NAME_LENGTH = 80;

export const WITHHELD_CALLER: Caller = { number: null, presentation: 'withheld', name: null };

export function readNumber(sent: string): NumberRead {
	const text = userPart(sent);
	if (WITHHELD.has(text.toLowerCase())) return { number: null, presentation: 'withheld' };
	if (UNAVAILABLE.has(text.toLowerCase())) return { number: null, presentation: 'unavailable' };
	const number = e164(text);
	if (number?.startsWith(FILLER)) return { number: null, presentation: 'unavailable' };
	return number ? { number, presentation: 'allowed' } : { number: null, presentation: 'unknown' };
}

/**
 * The caller as they may be shown. `said` is what the switch said of the presentation, null when it said nothing;
 * on a trunk that is trusted to carry withheld numbers in the clear, nothing said is not leave to show one.
 */
export function callerFrom({
	number,
	name,
	said,
	isTrustedTrunk
}: {
	number: string;
	name: string;
	said: Presentation | null;
	isTrustedTrunk: boolean;
}): Caller {
	if (said && said !== 'allowed') return { number: null, presentation: said, name: null };
	const read = readNumber(number);
	if (read.number === null) return { ...read, name: null };
	if (!said && isTrustedTrunk) return { number: null, presentation: 'unknown', name: null };
	return { ...read, name: name === number ? null : readName(name) };
}

/** Untrusted text: no control or direction characters, at most 80 characters, and not the number again. */
function readName(sent: string): string | null {
	const text = sent.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '').trim();
	if (holdsCardNumber(text)) return null;
	if (UNAVAILABLE.has(text.toLowerCase()) || readNumber(text).number !== null) return null;
	return Array.from(text).slice(0, NAME_LENGTH).join('');
}

/** What stands before the host and the parameters of a telephone address. */
function userPart(sent: string): string {
	const address = sent.trim().replace(/^<?(?:tel|sips?):/i, '');
	return address === '<unknown>' ? address : (address.split(/[@;>]/, 1)[0] ?? '').trim();
}

function e164(text: string): string | null {
	if (!/^[+\d][\d\s().-]*$/.test(text)) return null;
	const digits = text
		.replace('(0)', '')
		.replace(/[\s().-]/g, '')
		.replace(/^00/, '+')
		.replace(/^(?=44\d{10}$)/, '+')
		.replace(/^\+440/, '+44');
	// Asking which of the kingdom's countries it is of takes longer than all the rest of reading a caller.
	if (/^\+44[1-9]\d{9}$/.test(digits)) return digits;
	const parsed = parsePhoneNumberFromString(digits, 'GB');
	return parsed?.isPossible() ? parsed.number : null;
}
