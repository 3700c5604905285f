/**
 * A view as the socket carries it: of its contact what is still as every contact begins is left out. Of one that rings
 * that is nearly all, and whoever waits for a pop waits for every byte of it.
 */
import { EMPTY, type Contact } from './fold.ts';
import type { ContactView } from './view.ts';

export type CarriedView = Omit<ContactView, 'contact'> & { contact: Partial<Contact> };

const BEGUN: ReadonlyMap<string, unknown> = new Map(Object.entries(EMPTY));

export function carried(view: ContactView): CarriedView {
	const contact = { ...view.contact } as Record<string, unknown>;
	for (const [name, value] of BEGUN) if (contact[name] === value) delete contact[name];
	return { ...view, contact };
}

export function wholeView(view: CarriedView): ContactView {
	return { ...view, contact: { ...EMPTY, ...view.contact } };
}
