/** The council's source systems: which has which stream, and what each knows of its account holders. */
import type { Stream } from '../../../shared/debts/streams.ts';
import { idOf } from './scenario.ts';

export const SOURCES = {
	'council-tax': 'revenues',
	'business-rates': 'revenues',
	bid: 'revenues',
	overpayment: 'benefits',
	invoice: 'invoicing',
	care: 'invoicing',
	rent: 'housing',
	'former-tenant': 'housing',
	parking: 'parking'
} as const satisfies Record<Stream, string>;

export type Source = (typeof SOURCES)[Stream];

export type Knows = {
	/** The series of its account holders. */
	series: string;
	bornOn: boolean;
	nino: boolean;
	phone: boolean;
	email: boolean;
	uprn: boolean;
};

/** A keeper's name and address come from the DVLA, and nothing else does; nobody is born on an invoice. */
export const KNOWS: Record<Source, Knows> = {
	revenues: { series: 'R', bornOn: true, nino: false, phone: true, email: true, uprn: true },
	benefits: { series: 'B', bornOn: true, nino: true, phone: true, email: true, uprn: false },
	invoicing: { series: 'I', bornOn: false, nino: false, phone: true, email: true, uprn: false },
	housing: { series: 'H', bornOn: true, nino: true, phone: true, email: false, uprn: true },
	parking: { series: 'P', bornOn: false, nino: false, phone: false, email: false, uprn: false }
};

export function recordId(source: Source, customer: string): string {
	return idOf('record', `${source}:${customer}`);
}
