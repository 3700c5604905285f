/**
 * What of a customer may be told to whoever is speaking now. To the customer, once they have passed the check: all of
 * it. To somebody who speaks for them: the debts that their authority covers, and nothing of the person but the name,
 * for as long as the authority stands. Everything that acts or answers after the check begins from this.
 */
import { coversDebt, isInForce, type Authority } from '../../customers/authorities.ts';
import type { PersonFacts } from '../../customers/person.ts';
import { CARE_ONLY } from '../../customers/support.ts';
import type { Reach } from '../../customers/wishes/wish.ts';
import type { DebtRecord } from '../../debts/debt.ts';
import type { Day } from '../../time/day.ts';
import type { StagedOutcome } from '../../outcomes/outcome.ts';
import type { ReadBackInput } from '../../outcomes/read-back.ts';
import type { Contact } from '../state/fold.ts';

/** A person and, where only one can be meant, their debts. */
export type PersonRecord = PersonFacts & {
	debts: readonly DebtRecord[] | null;
	/** When plans of theirs were broken, or replaced before they were paid: who may agree another. */
	plansEndedOn?: readonly Day[];
};

export type Disclosed = {
	person: PersonRecord;
	/** Null where the customer speaks themselves. */
	actingBy: Authority | null;
};

/** A check has passed about this customer, in this contact and for whoever is speaking. */
export function isIdentified({ customerId, person }: Contact): boolean {
	return customerId !== null && person.passed?.customerId === customerId;
}

/** Null where nothing may be told: no check has passed, or what they spoke by has ended. */
export function disclosedTo(contact: Contact, person: PersonRecord, today: Day): Disclosed | null {
	if (!isIdentified(contact)) return null;
	const { speaker } = contact.person.check;
	if (speaker === null) return { person, actingBy: null };
	const actingBy = (person.authorities ?? []).find(({ id }) => id === speaker.authorityId);
	if (!actingBy || !isInForce(actingBy, today)) return null;
	return { person: toldThrough(person, actingBy), actingBy };
}

/** Field by field, so that nothing new is told by being added. */
function toldThrough(person: PersonRecord, authority: Authority): PersonRecord {
	const debts = person.debts?.filter((debt) => coversDebt(authority, debt)) ?? null;
	return {
		customerId: person.customerId,
		kind: person.kind,
		givenNames: person.givenNames,
		familyName: person.familyName,
		isRestricted: person.isRestricted,
		needsExtraCheck: person.needsExtraCheck,
		isSafeContact: person.isSafeContact,
		diedOn: person.diedOn,
		confirmedOn: null,
		...NOT_TOLD,
		needs: person.needs.map((need) => ({ ...need, need: CARE_ONLY })),
		...(person.reach ? { reach: keptTo(person.reach) } : {}),
		...(person.numberNote?.belongs === 'speaker' ? { numberNote: person.numberNote } : {}),
		...(authority.scope === 'agree' && person.plansEndedOn
			? { plansEndedOn: person.plansEndedOn }
			: {}),
		debts: debts && debts.map((debt) => (authority.scope === 'agree' ? debt : hearsOnly(debt)))
	};
}

/** Whoever speaks for them is told none of it, and it is kept to: no number, nobody named and no address. */
function keptTo({ wishes, hasEmail }: Reach): Reach {
	const kept = wishes.map((wish) => ({
		...wish,
		times: '',
		notMentionedTo: '',
		notNumbers: [],
		writeTo: ''
	}));
	return { wishes: kept, numbers: [], hasEmail };
}

const NOT_TOLD = {
	bornOn: null,
	language: null,
	address: null,
	email: null,
	phone: null
} as const satisfies Partial<PersonFacts>;

/** Who else is liable is that person's own. */
function hearsOnly(debt: DebtRecord): DebtRecord {
	return { ...debt, others: debt.others.map(() => 'somebody else') };
}

const AGREEING: ReadonlySet<string> = new Set<StagedOutcome['kind']>(['promise', 'payment']);

/** Whether it is more than may be agreed by whoever is speaking. A payment to a stated reference needs no authority. */
export function isBeyondThem(
	{ actingBy }: Pick<Disclosed, 'actingBy'>,
	{ planned, staged }: Pick<ReadBackInput, 'planned' | 'staged'>
): boolean {
	if (actingBy === null || actingBy.scope === 'agree') return false;
	return planned !== null || staged.some((outcome) => AGREEING.has(outcome.kind));
}
