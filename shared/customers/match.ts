/**
 * Why two records of different source systems are, or may be, one customer: each comparison that said so, with what it
 * weighs. The weights and the thresholds are the council's own figures.
 */

/** What was compared. The first four join two records alone; the others are weighed together. */
export const COMPARISONS = [
	'nino',
	'linked-account',
	'email-and-surname',
	'phone-surname-and-postcode',
	'name',
	'address',
	'date-of-birth',
	'decided-by-person'
] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** `weight` is what it added, or took away, out of 1000. `words` as a person reads them: `Same date of birth`. */
export type MatchReason = { compared: Comparison; weight: number; words: string };
