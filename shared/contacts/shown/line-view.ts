/**
 * Who is on the line, whom an officer asks meanwhile and where a customer went, by name: it is on the screen after a
 * reload too. Names colleagues and queues only.
 */
import type { Contact } from '../state/fold.ts';

export type Colleagues = {
	nameOf: (officerId: string) => string | undefined;
	/** A colleague's telephone, or a queue's. */
	nameAt: (extension: string) => string | undefined;
};

export type OnLine = { officerId: string; name: string; keepsRecord: boolean };

export type LineView = {
	consulted: string | null;
	/** Once three are together: the officers among them. */
	onLine: readonly OnLine[];
	/** Who is with them besides, and is none of our telephones. */
	others: number;
	parkedBy: string | null;
	passedTo: string | null;
	/** Who wrote the note for whoever takes over. */
	handedOverBy: string | null;
};

/** Null where there is nothing to say: of a call that rings, nearly always. */
export function lineView(contact: Contact, { nameOf, nameAt }: Colleagues): LineView | null {
	const { consultingTo, conference, onLine, officerId, parked, passedTo, handOver } = contact;
	const isPlain = !consultingTo && !conference && !parked && !passedTo && !handOver;
	if (isPlain) return null;
	const named = (id: string) => ({
		officerId: id,
		name: nameOf(id) ?? 'A colleague',
		keepsRecord: id === officerId
	});
	return {
		consulted: nameIn(consultingTo, nameAt),
		onLine: conference ? onLine.map(named) : [],
		others: conference?.others ?? 0,
		parkedBy: nameIn(parked?.by ?? null, nameOf),
		passedTo: nameIn(passedTo, nameAt),
		handedOverBy: nameIn(handOver?.by ?? null, nameOf)
	};
}

function nameIn(key: string | null, names: (key: string) => string | undefined): string | null {
	return key === null ? null : (names(key) ?? null);
}
