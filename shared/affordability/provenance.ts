/** Where a figure of a statement is from: whatever an officer was told, a document that was seen, the bank, or an adviser. */
export const PROVENANCES = ['said', 'document', 'bank', 'adviser'] as const;

export type Provenance = (typeof PROVENANCES)[number];

export const PROVENANCE_NAMES: Record<Provenance, string> = {
	said: 'Said',
	document: 'Document seen',
	bank: 'Bank statement',
	adviser: 'From a debt adviser'
};

/** Of one figure: where it is from, and what was written beside it. */
export type Source = { provenance: Provenance; note: string };

export const JUST_SAID: Source = { provenance: 'said', note: '' };
