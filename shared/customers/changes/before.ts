/** What the record holds of each kind of change, in the change's own fields. Of households and bank details we hold nothing. */
import type { PersonFacts } from '../person.ts';
import type { ChangeKind, ChangeValues } from './kinds.ts';

export function beforeOf(
	kind: ChangeKind,
	person: Pick<PersonFacts, 'givenNames' | 'familyName' | 'address' | 'email' | 'phone'>
): ChangeValues {
	const { address, givenNames, familyName, phone, email } = person;
	switch (kind) {
		case 'address':
			return address ? { ...address, line2: address.line2 ?? '' } : {};
		case 'name':
			return { givenNames, familyName };
		case 'phone':
			return phone === null ? {} : { phone };
		case 'email':
			return email === null ? {} : { email: email.toLowerCase() };
		case 'household':
		case 'bank':
		case 'death':
		case 'wrong-number':
			return {};
	}
}
