/**
 * A message without the numbers of payment cards that somebody typed into it: each is struck out before anything is
 * read, kept or captured, and the rest of the call is heard. The same number is always struck by the same figures,
 * because a provider's own id of a call may look like a card's number, and must stay one id.
 */
import { createHmac } from 'node:crypto';
import { withoutCards } from '#shared/customers/card-number.ts';

const DEEPEST = 40;

export type Struck = { content: unknown; isStruck: boolean };

export function struck(content: unknown, secret: string): Struck {
	let isStruck = false;
	const instead = (digits: string) => {
		isStruck = true;
		return figuresFor(digits, secret);
	};
	return { content: each(content, { instead, depth: 0 }), isStruck };
}

/**
 * Figures, so that JSON inside a text stays JSON; too few for a card. No country's numbers begin with 999, so that no
 * telephone rings at them.
 */
function figuresFor(digits: string, secret: string): string {
	const mac = createHmac('sha256', secret).update(digits).digest();
	return `999${String(mac.readUIntBE(0, 6)).slice(-9).padStart(9, '0')}`;
}

function each(
	value: unknown,
	{ instead, depth }: { instead: (digits: string) => string; depth: number }
): unknown {
	if (typeof value === 'string') return withoutCards(value, instead);
	if (typeof value === 'number') {
		const text = String(value);
		const after = withoutCards(text, instead);
		return after === text ? value : after;
	}
	if (typeof value !== 'object' || value === null) return value;
	if (depth >= DEEPEST) return null;
	const deeper = { instead, depth: depth + 1 };
	if (Array.isArray(value)) return value.map((one) => each(one, deeper));
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [withoutCards(key, instead), each(one, deeper)])
	);
}
