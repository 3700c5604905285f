/**
 * A view as the socket carries it: of its contact what is still as every contact begins is left out. Of one that rings
 * that is nearly all, and whoever waits for a pop waits for every byte of it.
 */
import { EMPTY, type Contact } from '../state/fold.ts';
import type { ContactView } from './view.ts';

export type CarriedView = Omit<ContactView, 'contact'> & { contact: Partial<Contact> };

const NAMES = Object.keys(EMPTY) as (keyof Contact)[];

export function carried(view: ContactView): CarriedView {
	const contact: Record<string, unknown> = {};
	for (const name of NAMES) {
		const value = view.contact[name];
		if (value !== EMPTY[name]) contact[name] = value;
	}
	return { ...view, contact };
}

export function wholeView(view: CarriedView): ContactView {
	return { ...view, contact: { ...EMPTY, ...view.contact } };
}
