/**
 * How something in writing comes to a customer who asked for it in a way of their own: by email, in large print or
 * braille, to another address, or not at all. It goes the wished way wherever that can be. What the law itself says must
 * be served goes by post to them whatever they asked, and says so.
 */
import { FORMAT_NAMES, onlyBy, type Format, type Reach } from './wish.ts';

export type Asked = { by: 'email' | 'post'; isLargePrint: boolean; isStatutory: boolean };

/** `writeTo` in place of their address; empty for their address. */
export type Sending = {
	by: 'email' | 'post';
	format: Format | null;
	writeTo: string;
	/** Why not as was asked for in this contact; null where it is. */
	because: 'their-wish' | 'statutory' | null;
};

export type Sent = { ok: true; sending: Sending } | { ok: false; wish: string };

/** Refused where they asked for nothing in writing, or only for what we cannot do. */
export function sendingOf(asked: Asked, { wishes, hasEmail }: Reach): Sent {
	const formats = wishes.map(({ format }) => format);
	// What cannot be read by touch is no use to whoever reads by touch.
	const format = formats.includes('braille')
		? 'braille'
		: asked.isLargePrint || formats.includes('large-print')
			? 'large-print'
			: null;
	const writeTo = wishes.find((wish) => wish.writeTo !== '')?.writeTo ?? '';
	const ways = waysLeft(wishes);
	if (asked.isStatutory) {
		const isAgainst = !ways.includes('post') || writeTo !== '';
		const because = isAgainst ? 'statutory' : null;
		return { ok: true, sending: { by: 'post', format, writeTo: '', because } };
	}
	const possible = ways.filter((way) => way === 'post' || hasEmail);
	const by = possible.includes(asked.by) ? asked.by : possible[0];
	if (by === undefined) {
		const wish = wishes.map(onlyBy).filter(Boolean).join(' ');
		return { ok: false, wish };
	}
	// Braille is on paper.
	const way = format === 'braille' && possible.includes('post') ? 'post' : by;
	const isWished = way !== asked.by || writeTo !== '' || (format !== null && !asked.isLargePrint);
	return {
		ok: true,
		sending: {
			by: way,
			format,
			writeTo: way === 'post' ? writeTo : '',
			because: isWished ? 'their-wish' : null
		}
	};
}

function waysLeft(wishes: Reach['wishes']): readonly ('email' | 'post')[] {
	const closed = (way: 'email' | 'post') =>
		wishes.some(({ channels }) => channels.length > 0 && !channels.includes(way));
	return (['post', 'email'] as const).filter((way) => !closed(way));
}

/** As a letter that is queued has it. */
export function formatOf(made: { isLargePrint: boolean; isBraille: boolean }): Format | null {
	if (made.isBraille) return 'braille';
	return made.isLargePrint ? 'large-print' : null;
}

/** `by post, in braille, to the address they asked for`. */
export function saySending(
	{ by, format, isToOther }: { by: 'email' | 'post'; format: Format | null; isToOther: boolean },
	whose: 'they' | 'you' = 'they'
): string {
	const made = format === null ? '' : `, in ${FORMAT_NAMES[format]}`;
	return `by ${by}${made}${isToOther ? `, to the address ${whose} asked for` : ''}`;
}

export const STATUTORY_WORDS =
	'The law says that this is sent by post to the customer, whatever was asked.';

/** Why nothing is written to them. */
export function sayNoLetters(wish: string): string {
	return `The customer asked for nothing in writing that we could send: ${wish} Take the letter out, or change how they are reached.`;
}
