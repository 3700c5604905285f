/** Two addresses beside each other, and beside where either customer lived before: a source may know of a move late. */
import { compareAddress, type AddressHeld } from '../check/address-said.ts';
import { closest, plainText, type Closeness } from '../plain-words.ts';

export type AddressesCompared = 'same' | 'nearly' | 'former' | 'postcode' | 'other' | 'unknown';

type Lived = { address: AddressHeld | null; formerAddresses: readonly AddressHeld[] };

export function compareAddresses(one: Lived, other: Lived): AddressesCompared {
	if (one.address === null || other.address === null) return 'unknown';
	const now = closenessOfAddresses(one.address, other.address);
	if (now === 'matches') return 'same';
	if (livedAt(one, other.address) || livedAt(other, one.address)) return 'former';
	if (now === 'nearly') return 'nearly';
	return isSamePostcode(one.address, other.address) ? 'postcode' : 'other';
}

function livedAt({ formerAddresses }: Lived, address: AddressHeld): boolean {
	return formerAddresses.some((former) => closenessOfAddresses(former, address) === 'matches');
}

function closenessOfAddresses(one: AddressHeld, other: AddressHeld): Closeness {
	if (isSamePostcode(one, other) && linesOf(one) === linesOf(other)) return 'matches';
	// Either may leave out a line that the other has.
	return closest([compareAddress(writtenOf(one), other), compareAddress(writtenOf(other), one)]);
}

function isSamePostcode(one: AddressHeld, other: AddressHeld): boolean {
	return tight(one.postcode) === tight(other.postcode);
}

function tight(text: string): string {
	return plainText(text).replaceAll(' ', '');
}

function linesOf({ line1, line2 }: AddressHeld): string {
	return plainText(`${line1} ${line2 ?? ''}`);
}

function writtenOf({ line1, line2, postcode }: AddressHeld): string {
	return [line1, line2, postcode].filter((line) => line !== null).join(', ');
}
