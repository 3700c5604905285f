/**
 * What a customer asked of how and when we reach them, and how letters come to them. Two customers who were joined may
 * each have asked: then both are kept to.
 */
import { WEEKDAY_NAMES } from '../../time/spoken.ts';

export const WAYS = ['phone', 'text', 'email', 'post', 'desk'] as const;

export type Way = (typeof WAYS)[number];

export const WAY_NAMES: Record<Way, string> = {
	phone: 'Telephone',
	text: 'Text message',
	email: 'Email',
	post: 'Post',
	desk: 'At the desk'
};

/** Monday is 1, as `weekdayOf` has it. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const FORMATS = ['large-print', 'braille'] as const;

export type Format = (typeof FORMATS)[number];

export const FORMAT_NAMES: Record<Format, string> = {
	'large-print': 'large print',
	braille: 'braille'
};

export type Wish = {
	/** Only by these; none of them for any. */
	channels: readonly Way[];
	/** In their words, for whoever rings: the rule knows the days and hours below. */
	times: string;
	/** Ring only on these days of the week; none of them for any. */
	ringDays: readonly number[];
	/** `10:00`: not before; empty for any time. */
	ringFrom: string;
	/** `15:00`: not at or after; empty for any time. */
	ringUntil: string;
	/** Numbers of theirs that are not to be rung, in E.164. */
	notNumbers: readonly string[];
	noMessages: boolean;
	/** To whom the debt is not to be mentioned. */
	notMentionedTo: string;
	isSafeContact: boolean;
	/** How letters are made; null as usual. */
	format: Format | null;
	/** Where letters go in place of their address, a line each; empty for their address. */
	writeTo: string;
};

export const NO_WISH: Wish = {
	channels: [],
	times: '',
	ringDays: [],
	ringFrom: '',
	ringUntil: '',
	notNumbers: [],
	noMessages: false,
	notMentionedTo: '',
	isSafeContact: false,
	format: null,
	writeTo: ''
};

/** How a customer can be reached at all, and what they asked of it. */
export type Reach = {
	wishes: readonly Wish[];
	/** In E.164, the likeliest first. */
	numbers: readonly string[];
	hasEmail: boolean;
};

export const NO_REACH: Reach = { wishes: [], numbers: [], hasEmail: false };

export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether it can be kept to: hours that end before they begin leave none. */
export function isPossible({ ringFrom, ringUntil }: Wish): boolean {
	return ringFrom === '' || ringUntil === '' || ringFrom < ringUntil;
}

export function asksNothing(wish: Wish): boolean {
	return !wish.isSafeContact && wishSentences(wish).length === 0;
}

/** What every officer must mind of them, in sentences. */
export function wishSentences(wish: Wish): string[] {
	return [...ringSentences(wish), ...letterSentences(wish)];
}

/** Of those, what is for whoever rings. */
export function ringSentences(wish: Wish): string[] {
	return [
		onlyBy(wish),
		hoursOf(wish),
		wish.times === '' ? '' : `Only at: ${wish.times}.`,
		wish.notNumbers.length === 0
			? ''
			: `Do not ring ${listed(wish.notNumbers.map(nationalNumber))}.`,
		wish.noMessages ? 'Do not leave messages.' : '',
		wish.notMentionedTo === '' ? '' : `Do not mention the debt to: ${wish.notMentionedTo}.`
	].filter(Boolean);
}

function letterSentences({ format, writeTo }: Wish): string[] {
	return [
		format === null ? '' : `Letters in ${FORMAT_NAMES[format]}.`,
		writeTo === '' ? '' : `Write to: ${writeTo.split('\n').join(', ')}.`
	].filter(Boolean);
}

export function onlyBy({ channels }: Wish): string {
	const ways = WAYS.filter((way) => channels.includes(way)).map((way) => WAY_NAMES[way]);
	return ways.length > 0 ? `Only by ${listed(ways.map((way) => way.toLowerCase()))}.` : '';
}

export function daysOf({ ringDays }: Wish): string {
	const names = WEEKDAY_NAMES.filter((_, at) => ringDays.includes(at + 1));
	return names.length > 0 ? ` on ${listed(names)}` : '';
}

/** ` from 10:00 to 15:00`. */
export function timesOf({ ringFrom, ringUntil }: Wish): string {
	if (ringFrom === '') return ringUntil === '' ? '' : ` before ${ringUntil}`;
	return ringUntil === '' ? ` from ${ringFrom}` : ` from ${ringFrom} to ${ringUntil}`;
}

function hoursOf(wish: Wish): string {
	const hours = `${daysOf(wish)}${timesOf(wish)}`;
	return hours === '' ? '' : `Ring only${hours}.`;
}

/** `07700 900123`: as it is read out, without its country where that is ours. */
export function nationalNumber(number: string): string {
	return number.replace(/^\+44(\d{4})/, '0$1 ');
}

function listed(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}
