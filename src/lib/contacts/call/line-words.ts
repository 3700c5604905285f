/**
 * What an officer says and is told while the customer waits, is left for anybody, or is spoken to by several. The words to
 * come back with stand in the band, because that is when they are said; nobody hears them before.
 */
import type { Contact } from '#shared/contacts/state/fold.ts';
import { isBeside } from '#shared/contacts/state/line-state.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Sentence } from '../screen.ts';

/** Longer than this nobody waits without being asked again. */
export const ASK_AGAIN_SECONDS = 120;

/** Said before the key is pressed. */
export const BEFORE_HOLD = 'May I put you on hold for a minute?';

export const HELD_TOO_LONG =
	'On hold for over 2 minutes. Go back, and ask whether they can wait or would like a call back.';

const BACK = 'Thank you for waiting.';

const NOT_YET =
	'If you need longer: “This takes longer than I thought. Can you wait, or shall I ring you back?”';

/** Null while the guide's own sentence is what to say. */
export function sentenceOfLine(view: ContactView, officerId: string): Sentence | null {
	const { contact } = view;
	if (contact.endedAt !== null || contact.channel !== 'phone') return null;
	if (isBeside(contact, officerId)) return noted('On the line', besideText(view));
	if (contact.isParked || contact.isParkOver) return said('When you have them back', BACK);
	if (contact.consultingTo !== null) return said('When you are back', BACK);
	if (!contact.heldBy.includes(officerId) || holdsUnknown(contact, officerId)) return null;
	return { ...said('When you are back', BACK), hint: NOT_YET };
}

function said(label: string, line: string): Sentence {
	return { kind: 'say', label, lines: [line], index: 0 };
}

function noted(label: string, line: string): Sentence {
	return { kind: 'note', label, lines: [line], index: 0 };
}

function besideText({ line }: ContactView): string {
	const keeper = line?.onLine.find(({ keepsRecord }) => keepsRecord)?.name ?? 'Your colleague';
	return `Help where ${keeper} asks you to. What is agreed is written down by them.`;
}

/** What leaving comes to, said before it is done. */
export function leavingText({ contact, line }: ContactView, officerId: string): string {
	const stays = (line?.onLine ?? []).filter((each) => each.officerId !== officerId);
	const heir = stays.at(-1)?.name;
	if (!heir) return 'If you leave, nobody here has the customer any more.';
	return contact.officerId === officerId
		? `If you leave, ${heir} has the customer and keeps the record.`
		: `If you leave, ${heir} goes on with the customer.`;
}

/** By name where it is a colleague's or a queue's. */
export function consultedText({ contact, line }: ContactView): string {
	return line?.consulted ?? `extension ${contact.consultingTo ?? ''}`;
}

/** Where the switch may not: what to do instead. */
export const NOT_FROM_HERE = {
	conference: 'To speak all three together, use your phone: it is not allowed from here.',
	unpark: 'Dial the number on your phone to take them back.'
} as const;

export function holdsUnknown({ holdUnknownBy, endedAt }: Contact, officerId: string): boolean {
	return endedAt === null && holdUnknownBy.includes(officerId);
}
