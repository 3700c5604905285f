/**
 * National Insurance numbers and property references as people write them. Which letters a National Insurance number
 * may begin with, and which pairs were never given out, is HMRC's manual NIM39110 (from memory).
 */

/** Capitals, without spaces, as it is kept. */
export function normalNino(text: string): string {
	return text.replace(/\s/g, '').toUpperCase();
}

const NINO = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

/** Temporary numbers, which begin with TN, are not one. */
export function isNino(text: string): boolean {
	return NINO.test(normalNino(text));
}

/** A unique property reference number: up to twelve digits and no check digit. */
export function isUprn(text: string): boolean {
	return /^\d{1,12}$/.test(text);
}
