/**
 * Keys that somebody presses may be the figures of a card, and they reach us not only as events of their own: a dialplan
 * carries them in an extension, behind a number that is dialled, or in what it tells of a caller. Of such text only what
 * cannot be a card is taken (PCI DSS).
 */
import { holdsCardNumber } from '#shared/customers/card-number.ts';

/** What is pressed once a call is answered stands behind the number: `1002,,4929` and `1002w4929`. */
const AFTER_NUMBER = /(?<=\d)\s*[,;&^wp].*$/is;
const MOST_FIGURES = 15;

/** An extension, a number or a queue's name; nothing where it is longer than any of them or might be a card. */
export function dialledAs(text: string): string {
	const number = text.replace(AFTER_NUMBER, '');
	const isTooLong = number.replace(/\D/g, '').length > MOST_FIGURES;
	return isTooLong || holdsCardNumber(number) ? '' : number;
}

const OF_KEYS = /digit|dtmf|key|pin|cv[cv2]|cvn|card|expir|security|passcode/i;
const CARD_LIKE = /\d(?:[ -]?\d){11,}/;

/** Whether what a dialplan tells under this name may be kept. */
export function mayBeTold(name: string, value: string): boolean {
	return !OF_KEYS.test(name) && !CARD_LIKE.test(value) && !holdsCardNumber(value);
}
