/** A telephone number as a source has it, as E.164 where it is a number at all: the same reading as a call's. */
import { readNumber } from '../../../shared/calls/number.ts';
import type { Value } from '../mapping/layout.ts';

/** British numbers as nearly every source has them need no library to be read, and a city has a quarter of a million. */
const BRITISH_MOBILE = /^07\d{3} ?\d{3} ?\d{3}$/;

export function callerNumber(phone: Value | undefined): string | null {
	if (typeof phone !== 'string') return null;
	if (BRITISH_MOBILE.test(phone)) return `+44${phone.replaceAll(' ', '').slice(1)}`;
	return readNumber(phone).number;
}
