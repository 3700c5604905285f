/**
 * A change in one line, as a screen shows it beside what the source has. Of bank details only their last figures are
 * ever shown again.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { CHANGE_WORDS, type ChangeKind, type ChangeValues } from './kinds.ts';

/** Empty where nothing is held. */
export function sayValues(kind: ChangeKind, values: ChangeValues): string {
	const value = (id: string) => values[id] ?? '';
	switch (kind) {
		case 'address':
			return joined([
				value('line1'),
				value('line2'),
				`${value('town')} ${value('postcode')}`.trim()
			]);
		case 'name':
			return `${value('givenNames')} ${value('familyName')}`.trim();
		case 'phone':
			return sayPhone(value('phone'));
		case 'wrong-number':
			return value('phone') === '' ? 'Not to be used' : sayPhone(value('phone'));
		case 'email':
			return value('email');
		case 'household': {
			if (value('adults') === '') return '';
			const adults = value('adults') === '1' ? '1 adult' : `${value('adults')} adults`;
			return joined([adults, choiceOf('household', 'what', value('what')), value('who')]);
		}
		case 'bank':
			return value('accountNumber') === ''
				? ''
				: `${value('accountName')}, account ending ${value('accountNumber').slice(-4)}`;
		case 'death':
			return value('diedOn') === '' ? 'Reported, the day not known' : `Died ${value('diedOn')}`;
	}
}

/** What else was said of it: the homes of a move. */
export function sayBeside(kind: ChangeKind, values: ChangeValues): string {
	if (kind === 'name') return choiceOf('name', 'why', values['why'] ?? '');
	if (kind !== 'address') return '';
	const stays = values['stays'] ?? '';
	const said = [
		choiceOf('address', 'leaving', values['leaving'] ?? ''),
		stays === '' ? '' : `There still: ${stays}`,
		choiceOf('address', 'coming', values['coming'] ?? '')
	];
	return said.flatMap((part) => (part === '' ? [] : `${part}.`)).join(' ');
}

/** As people of this country write it: `07700 900123`. */
export function sayPhone(e164: string): string {
	const parsed = parsePhoneNumberFromString(e164);
	if (!parsed) return e164;
	return parsed.countryCallingCode === '44'
		? parsed.formatNational()
		: parsed.formatInternational();
}

function choiceOf(kind: 'address' | 'name' | 'household', id: string, value: string): string {
	const field = CHANGE_WORDS[kind].fields.find((one) => one.id === id);
	return field?.kind.as === 'one-of' ? (field.kind.choices[value] ?? '') : '';
}

function joined(parts: readonly string[]): string {
	return parts.filter((part) => part !== '').join(', ');
}
