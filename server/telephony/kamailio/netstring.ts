/**
 * Bytes to netstrings, `5:hello,`, as Kamailio's evapi frames what it says. Works over bytes, so it does not matter
 * where a read was cut. Nothing a switch sends can make it hold more than 256 KiB: a longer one is counted as it comes
 * and let go. What is no netstring cannot be found the end of, so that nothing after it is read.
 */
const HELD_LIMIT = 256 * 1024;
/** The digits of a terabyte: a longer count is no count. */
const DIGITS_LIMIT = 13;
const [COLON, COMMA, NOUGHT, NINE] = [0x3a, 0x2c, 0x30, 0x39];

export type NetstringHears = {
	text: (text: string) => void;
	/** One was too long to be held. */
	dropped: () => void;
	/** The rest of this connection means nothing. */
	broken: () => void;
};

/** In the count, in what was counted, or nowhere any more. */
type Place = 'count' | 'text' | 'lost';

export class NetstringParser {
	readonly #hears: NetstringHears;
	#place: Place = 'count';
	#digits = 0;
	#count = 0;
	/** How much of the text is still to come. */
	#left = 0;
	/** Pieces of one that was cut; null where it is too long and let go. */
	#held: Buffer[] | null = [];

	constructor(hears: NetstringHears) {
		this.#hears = hears;
	}

	push(chunk: Buffer): void {
		let at = 0;
		while (at < chunk.length && this.#place !== 'lost') {
			if (this.#place === 'text') at = this.#takeText(chunk, at);
			else at = this.#takeCount(chunk, at);
		}
	}

	/** One byte of the count; a count ends in a colon and has no nought before it. */
	#takeCount(chunk: Buffer, at: number): number {
		const byte = chunk[at] ?? 0;
		if (byte === COLON && this.#digits > 0) this.#begin();
		else if (byte < NOUGHT || byte > NINE || !this.#mayGoOn()) this.#lose();
		else {
			this.#count = this.#count * 10 + (byte - NOUGHT);
			this.#digits += 1;
		}
		return at + 1;
	}

	#mayGoOn(): boolean {
		const isAfterNought = this.#digits > 0 && this.#count === 0;
		return this.#digits < DIGITS_LIMIT && !isAfterNought;
	}

	#begin(): void {
		this.#place = 'text';
		this.#left = this.#count;
		this.#held = this.#count > HELD_LIMIT ? null : [];
		if (this.#held === null) this.#hears.dropped();
	}

	#takeText(chunk: Buffer, at: number): number {
		const end = Math.min(chunk.length, at + this.#left);
		if (end > at) this.#hold(chunk.subarray(at, end));
		this.#left -= end - at;
		if (this.#left > 0 || end === chunk.length) return end;
		this.#finish(chunk[end]);
		return end + 1;
	}

	/** A piece that waits for the rest is copied, or it would hold the whole read that it came in. */
	#hold(piece: Buffer): void {
		this.#held?.push(piece.length === this.#left ? piece : Buffer.from(piece));
	}

	#finish(byte: number | undefined): void {
		const held = this.#held;
		if (byte !== COMMA) return this.#lose();
		this.#place = 'count';
		this.#digits = 0;
		this.#count = 0;
		this.#held = [];
		if (held) this.#hears.text(Buffer.concat(held).toString('utf8'));
	}

	#lose(): void {
		this.#place = 'lost';
		this.#held = null;
		this.#hears.broken();
	}
}

export function netstring(text: string): string {
	return `${Buffer.byteLength(text)}:${text},`;
}
