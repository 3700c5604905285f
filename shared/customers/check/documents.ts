/** Documents that may stand for answers at the desk: their kind and that they were seen, never a copy or a number. */
export const DOCUMENTS = [
	'passport',
	'driving-licence',
	'identity-card',
	'residence-permit',
	'council-bill',
	'bank-statement',
	'benefit-letter',
	'tenancy-agreement',
	'utility-bill',
	'birth-certificate'
] as const;

export type DocumentKind = (typeof DOCUMENTS)[number];

export const DOCUMENT_NAMES: Record<DocumentKind, string> = {
	passport: 'Passport',
	'driving-licence': 'Photocard driving licence',
	'identity-card': 'National identity card',
	'residence-permit': 'Residence permit',
	'council-bill': 'Bill or letter from us',
	'bank-statement': 'Bank statement',
	'benefit-letter': 'Benefit or pension letter',
	'tenancy-agreement': 'Tenancy agreement',
	'utility-bill': 'Utility bill',
	'birth-certificate': 'Birth certificate'
};

export const WITH_PHOTOGRAPH: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
	'passport',
	'driving-licence',
	'identity-card',
	'residence-permit'
]);

/** Policy I1: one with a photograph, or two without. After two wrong answers only a photograph still counts. */
export function documentsPass(
	documents: readonly DocumentKind[],
	{ isStopped }: { isStopped: boolean }
): boolean {
	const kinds = new Set(documents);
	const hasPhotograph = [...kinds].some((kind) => WITH_PHOTOGRAPH.has(kind));
	return hasPhotograph || (!isStopped && kinds.size >= 2);
}
