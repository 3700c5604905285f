/**
 * One field of a change as it was typed, made what is kept; or what is wrong with it, for whoever typed it. Bank details
 * are only looked at for their shape here: whether such an account can be is the server's to say.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { ChangeField, FieldKind } from './kinds.ts';

export type FieldRead = { ok: true; value: string } | { ok: false; because: string };

/** Empty where the field may be left out and was. */
export function readField({ label, kind, isOptional }: ChangeField, typed: string): FieldRead {
	const text = typed
		.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
		.replace(/ {2,}/g, ' ')
		.trim();
	if (text === '') {
		if (isOptional) return { ok: true, value: '' };
		const because = kind.as === 'one-of' ? `Choose: ${lower(label)}.` : `Enter: ${lower(label)}.`;
		return { ok: false, because };
	}
	return readers[kind.as](text, kind as never);
}

type Kind<As> = Extract<FieldKind, { as: As }>;

const readers: { [As in FieldKind['as']]: (text: string, kind: Kind<As>) => FieldRead } = {
	text: (text, { most }) =>
		text.length > most
			? wrong(`That is too long. Make it ${most} characters or fewer.`)
			: read(text),
	postcode: readPostcode,
	phone: readPhone,
	email: readEmail,
	count: (text, { most }) => {
		const count = /^\d{1,3}$/.test(text) ? Number(text) : 0;
		return count >= 1 && count <= most
			? read(String(count))
			: wrong(`Enter a whole number from 1 to ${most}.`);
	},
	'one-of': (text, { choices }) =>
		Object.hasOwn(choices, text) ? read(text) : wrong('Choose one of the list.'),
	'sort-code': (text) => {
		const figures = text.replace(/[\s-]/g, '');
		if (!/^\d{6}$/.test(figures)) return wrong('A sort code is six figures, like 08-99-99.');
		return /^(\d)\1{5}$/.test(figures) ? wrong('No bank has that sort code.') : read(figures);
	},
	'account-number': (text) => {
		const figures = text.replace(/[\s-]/g, '');
		// Some banks give six or seven: they stand behind noughts, as Bacs writes them.
		if (!/^\d{6,8}$/.test(figures)) return wrong('An account number is eight figures.');
		return /^0+$/.test(figures) ? wrong('No account has that number.') : read(padded(figures));
	}
};

const POSTCODE =
	/^(GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]?|[A-PR-UWYZ]\d[A-HJKPSTUW]) ?(\d[ABD-HJLNP-UW-Z]{2})$/;

function readPostcode(text: string): FieldRead {
	const found = POSTCODE.exec(text.toUpperCase().replaceAll(/\s+/g, ' '));
	return found
		? read(`${found[1] ?? ''} ${found[2] ?? ''}`)
		: wrong('That is no postcode. Write one like NM4 7QT.');
}

function readPhone(text: string): FieldRead {
	const because = 'That cannot be a telephone number. Check each figure with them.';
	const figures = text.replace('(0)', '');
	if (!/^[+\d][\d\s().-]*$/.test(figures)) return wrong(because);
	const parsed = parsePhoneNumberFromString(figures, 'GB');
	return parsed?.isPossible() && /^\+(?!44[04-6])/.test(parsed.number)
		? read(parsed.number)
		: wrong(because);
}

function readEmail(text: string): FieldRead {
	const isAddress =
		text.length <= 254 && /^[^\s@,;<>"()]{1,64}@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/.test(text);
	return isAddress && !text.includes('..')
		? read(text.toLowerCase())
		: wrong('That is no email address. Write one like name@mail.example.');
}

const padded = (figures: string) => figures.padStart(8, '0');

function lower(label: string): string {
	return label.charAt(0).toLocaleLowerCase('en-GB') + label.slice(1);
}

function read(value: string): FieldRead {
	return { ok: true, value };
}

function wrong(because: string): FieldRead {
	return { ok: false, because };
}
