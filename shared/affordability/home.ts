/**
 * What the Standard Financial Statement's first page asks of a household beside who is in it: others who depend on them,
 * vehicles, how the home is held and what work there is. The choices are the form's own, in an officer's words.
 */

export const TENURES = [
	'owner',
	'mortgage',
	'with-parents',
	'private-tenant',
	'social-tenant',
	'other'
] as const;

export type Tenure = (typeof TENURES)[number];

export const TENURE_NAMES: Record<Tenure, string> = {
	owner: 'Owned outright',
	mortgage: 'Mortgage',
	'with-parents': 'Living with parents',
	'private-tenant': 'Private rent',
	'social-tenant': 'Social rent',
	other: 'Other'
};

export const EMPLOYMENTS = [
	'full-time',
	'part-time',
	'unemployed',
	'not-working-ill',
	'self-employed',
	'retired',
	'carer',
	'student',
	'other'
] as const;

export type Employment = (typeof EMPLOYMENTS)[number];

export const EMPLOYMENT_NAMES: Record<Employment, string> = {
	'full-time': 'Full-time',
	'part-time': 'Part-time',
	unemployed: 'Unemployed',
	'not-working-ill': 'Not working, ill or disabled',
	'self-employed': 'Self-employed',
	retired: 'Retired',
	carer: 'Carer',
	student: 'Student',
	other: 'Other'
};

/** Null is not asked yet. */
export type Home = {
	tenure: Tenure | null;
	employment: Employment | null;
	vehicles: number | null;
	/** Who depend on them and are no children of the household. */
	otherDependants: number | null;
	/** Adults who live there and are not part of its budget. */
	nonDependants: number | null;
};

export const NOT_ASKED: Home = {
	tenure: null,
	employment: null,
	vehicles: null,
	otherDependants: null,
	nonDependants: null
};
