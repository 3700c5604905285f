/**
 * The keyboard: who wants which key now, and what each does. The newest wish for a key wins, and a key is taken from
 * the browser only when it acts. No single letters, no Ctrl+Alt (AltGr on UK keyboards), and none that ends a call.
 */
export type KeyWish = {
	/** `F2`, `Ctrl+Enter`, `Ctrl+ArrowDown`, `Alt+1`, `Shift+F1`. */
	chord: string;
	/** `Answer`. */
	does: string;
	/** False leaves the key to the browser. */
	act: () => boolean | void;
	/** Also while a dialog is open: answering, holding, recording. */
	overDialogs?: boolean;
};

const OFF_KEY = 'keys-off';
const MODIFIERS = new Set(['Control', 'Alt', 'Shift', 'Meta', 'AltGraph']);

export class Keyboard {
	#wishes: KeyWish[] = [];
	/** Chords this person has switched off, on this computer. */
	off = $state<readonly string[]>([]);

	/** Wants a key until the answer is called: `$effect(() => keys.want({ ... }))`. */
	want(wish: KeyWish): () => void {
		this.#wishes.push(wish);
		return () => {
			this.#wishes = this.#wishes.filter((other) => other !== wish);
		};
	}

	press(event: KeyboardEvent): void {
		const chord = chordOf(event);
		if (!chord || this.off.includes(chord)) return;
		const inDialog = dialogIsOpen();
		const wish = this.#wishes.findLast(
			(candidate) => candidate.chord === chord && (!inDialog || candidate.overDialogs)
		);
		if (!wish || wish.act() === false) return;
		event.preventDefault();
		event.stopPropagation();
	}

	/** What the keys do here and now, one a chord, in the order they were first wanted. */
	listed(): readonly Pick<KeyWish, 'chord' | 'does'>[] {
		const newest = this.#wishes.filter(
			(wish) => this.#wishes.findLast((other) => other.chord === wish.chord) === wish
		);
		return newest.map(({ chord, does }) => ({ chord, does }));
	}

	switch(chord: string, on: boolean): void {
		this.off = on ? this.off.filter((other) => other !== chord) : [...this.off, chord];
		localStorage.setItem(OFF_KEY, JSON.stringify(this.off));
	}

	/** Recalls what was switched off on this computer. */
	recall(): void {
		const kept: unknown = JSON.parse(localStorage.getItem(OFF_KEY) ?? '[]');
		if (Array.isArray(kept)) this.off = kept.filter((chord) => typeof chord === 'string');
	}
}

/** `Ctrl+Enter` from what was pressed; null for a modifier alone, a key held down, or an unfinished composition. */
export function chordOf(
	event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'repeat'> & {
		isComposing?: boolean;
	}
): string | null {
	if (event.repeat || event.isComposing || event.metaKey) return null;
	if (event.ctrlKey && event.altKey) return null;
	if (MODIFIERS.has(event.key)) return null;
	const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
	return [event.ctrlKey && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', key]
		.filter(Boolean)
		.join('+');
}

function dialogIsOpen(): boolean {
	return document.querySelector('[role="dialog"]:not([data-state="closed"])') !== null;
}

const SHOWN: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' };

/** As it is printed on a key: `Ctrl ↓`. */
export function chordText(chord: string): string {
	return chord
		.split('+')
		.map((key) => SHOWN[key] ?? key)
		.join(' ');
}

export const keys = new Keyboard();
