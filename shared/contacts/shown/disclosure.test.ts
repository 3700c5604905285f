import { describe, expect, it } from 'vitest';
import type { Authority } from '../../customers/authorities.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import { pence } from '../../money/pence.ts';
import { day, instant } from '../../time/day.ts';
import { disclosedTo, type PersonRecord } from './disclosure.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from '../state/fold.ts';

const TODAY = day('2026-11-19');
const AT = instant('2026-11-19T10:00:00Z');
const MARGARET = 'margaret';

const debt = (id: string, stream: DebtRecord['stream']): DebtRecord => ({
	id,
	stream,
	title: id,
	reference: id,
	fromOn: TODAY,
	untilOn: null,
	stage: 'INVOICE',
	stageOn: TODAY,
	balance: pence(100),
	dues: [],
	holds: [],
	facts: {},
	ground: 'sole',
	others: ['Ronald'],
	lastPayment: null
});

const ADVISER: Authority = {
	id: 'adviser',
	kind: 'adviser',
	name: 'Ruth Penney',
	organisation: 'Northmere Advice',
	scope: 'told',
	streams: ['care'],
	debtIds: null,
	fromOn: day('2026-01-01'),
	untilOn: TODAY
};

const RECORD: PersonRecord = {
	customerId: MARGARET,
	kind: 'person',
	givenNames: 'Margaret',
	familyName: 'Doyle',
	bornOn: day('1945-06-17'),
	diedOn: null,
	isRestricted: false,
	needsExtraCheck: false,
	isSafeContact: false,
	language: 'Irish',
	address: { line1: '9 Orchard Way', line2: null, town: 'Northmere', postcode: 'NM6 8JL' },
	email: 'margaret@northmere.example',
	phone: '+441632960321',
	confirmedOn: TODAY,
	needs: [{ need: 'A slower pace', adjustment: 'Speak slowly.' }],
	authorities: [ADVISER],
	debts: [debt('care', 'care'), debt('rent', 'rent')]
};

const chosen: ContactEventBody = { type: 'customerChosen', customerId: MARGARET, how: 'search' };
const passed: ContactEventBody = {
	type: 'identityPassed',
	customerId: MARGARET,
	passedBy: 'authority'
};
const speaks = (authorityId: string | null): ContactEventBody => ({
	type: 'representativeSpoke',
	customerId: MARGARET,
	authorityId
});

const contactAfter = (...bodies: ContactEventBody[]) =>
	foldContact(bodies.map((body, at) => eventAt({ seq: at + 1, at: AT, by: null }, body)));

describe('somebody who speaks for the customer', () => {
	const contact = contactAfter(chosen, speaks('adviser'), passed);

	it('hears of the debts covered and the name', () => {
		const told = disclosedTo(contact, RECORD, TODAY);
		expect(told?.actingBy).toBe(ADVISER);
		expect(told?.person.debts?.map(({ id }) => id)).toEqual(['care']);
		const words = JSON.stringify(told?.person);
		for (const theirs of ['Orchard', '1945', 'Irish', 'example', '960321', 'slower', 'Ronald'])
			expect(words).not.toContain(theirs);
		expect(words).toContain('Speak slowly.');
	});

	it.each([
		['the day after its last', contact, RECORD, day('2026-11-20')],
		['when it is not among those that stand', contact, { ...RECORD, authorities: [] }, TODAY],
		['when none were read', contact, withoutAuthorities(), TODAY],
		['under a name nobody knows', contactAfter(chosen, speaks(null), passed), RECORD, TODAY],
		['before the check', contactAfter(chosen, speaks('adviser')), RECORD, TODAY],
		[
			'when the customer passed before them',
			contactAfter(chosen, passed, speaks('adviser')),
			RECORD,
			TODAY
		]
	])('hears nothing %s', (_, inHand, record, today) => {
		expect(disclosedTo(inHand, record, today)).toBeNull();
	});

	it('leaves the customer themselves everything', () => {
		const told = disclosedTo(contactAfter(chosen, passed), RECORD, TODAY);
		expect(told).toEqual({ person: RECORD, actingBy: null });
	});
});

function withoutAuthorities(): PersonRecord {
	const { authorities, ...record } = RECORD;
	return authorities ? record : RECORD;
}
