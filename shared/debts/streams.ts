/** The kinds of debt, and what each is called to a customer. */
export const STREAMS = [
	'council-tax',
	'business-rates',
	'overpayment',
	'invoice',
	'care',
	'rent',
	'former-tenant',
	'parking',
	'bid'
] as const;

export type Stream = (typeof STREAMS)[number];

export const STREAM_NAMES: Record<Stream, string> = {
	'council-tax': 'Council Tax',
	'business-rates': 'Business rates',
	overpayment: 'Housing Benefit overpayment',
	invoice: 'Invoice',
	care: 'Care charges',
	rent: 'Rent',
	'former-tenant': 'Former tenant rent',
	parking: 'Parking penalty',
	bid: 'Business improvement levy'
};

/** Before identity these count in the total and are not named: they say something about a person's health or means. */
export const UNNAMED_BEFORE_IDENTITY: ReadonlySet<Stream> = new Set<Stream>([
	'care',
	'overpayment'
]);
