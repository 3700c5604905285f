/** Invented people as the database would hand them to the projection. */
import { day } from '#shared/time/day.ts';
import type { PersonRecord } from '#shared/contacts/shown/disclosure.ts';
import { GARETHS, KELLYS, MANY } from './debts.ts';

type Given = Pick<PersonRecord, 'customerId' | 'givenNames' | 'familyName' | 'debts'> &
	Partial<PersonRecord>;

function person(given: Given): PersonRecord {
	return {
		kind: 'person',
		bornOn: null,
		diedOn: null,
		isRestricted: false,
		needsExtraCheck: false,
		isSafeContact: false,
		language: null,
		address: null,
		email: null,
		phone: null,
		confirmedOn: day('2026-09-02'),
		needs: [],
		...given
	};
}

export const KELLY = person({
	customerId: 'kelly',
	givenNames: 'Kelly',
	familyName: 'Ashworth',
	bornOn: day('1987-03-14'),
	needsExtraCheck: true,
	address: { line1: '14 Lantern Row', line2: null, town: 'Northmere', postcode: 'NM4 7QT' },
	phone: '+447700900142',
	needs: [
		{ need: 'Slower pace', adjustment: 'Speak slowly and give time to answer' },
		{ need: 'Breaks', adjustment: 'Offer a break' }
	],
	debts: KELLYS
});

export const DEAN = person({
	customerId: 'dean',
	givenNames: 'Dean',
	familyName: 'Ashworth',
	debts: MANY
});

export const GARETH = person({
	customerId: 'gareth',
	givenNames: 'Gareth',
	familyName: 'Pellow',
	bornOn: day('1969-07-02'),
	address: { line1: '3 Weir Cottages', line2: null, town: 'Northmere', postcode: 'NM2 4LB' },
	phone: '+441632960284',
	debts: GARETHS
});

/** Not confirmed on this number for over a year. */
export const STEFAN = person({
	customerId: 'stefan',
	givenNames: 'Stefan',
	familyName: 'Nowak',
	confirmedOn: day('2025-09-15'),
	debts: []
});

export const DARREN = person({
	customerId: 'darren',
	givenNames: 'Darren',
	familyName: 'Pike',
	isRestricted: true,
	debts: []
});
