/**
 * What is read back, one line at a time. A line is said when the officer goes on from it, in the very words that stand
 * there; when a figure changes afterwards its line is to be said again.
 */
import type { ReadBackLine } from '#shared/arrangements/read-back.ts';
import type { ReadBackAnswer } from '#shared/contacts/log/money-events.ts';
import { isReadBack, isSaid } from '#shared/contacts/state/read-back-state.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { ContactActs } from '../contacts/steps/person-steps.svelte.ts';

export type ReadingBackParts = {
	view: () => ContactView;
	acts: ContactActs;
	lines: () => readonly ReadBackLine[];
};

export class ReadingBack {
	readonly #parts: ReadingBackParts;
	/** A line gone to by hand. */
	#turned = $state<number | null>(null);

	constructor(parts: ReadingBackParts) {
		this.#parts = parts;
	}

	get lines(): readonly ReadBackLine[] {
		return this.#parts.lines();
	}

	/** The line that stands there now; past the last when all are said. */
	get index(): number {
		const { length } = this.lines;
		if (this.#turned !== null) return Math.min(Math.max(this.#turned, 0), length);
		const unsaid = this.lines.findIndex((line) => !this.isSaid(line));
		return unsaid < 0 ? length : unsaid;
	}

	get answer(): ReadBackAnswer | null {
		return this.#state.answer;
	}

	get saidCount(): number {
		return this.lines.filter((line) => this.isSaid(line)).length;
	}

	get isDone(): boolean {
		return isReadBack(this.#state, this.lines);
	}

	/** `4 lines and an answer to go`; null when it is done. */
	get toGo(): string | null {
		const left = this.lines.length - this.saidCount;
		const lines = left === 0 ? null : left === 1 ? '1 line' : `${left} lines`;
		const answer = this.answer === null ? 'an answer' : null;
		const both = [lines, answer].filter((part) => part !== null).join(' and ');
		return both === '' ? null : `${both} to go`;
	}

	isSaid(line: ReadBackLine): boolean {
		return isSaid(this.#state, line);
	}

	/** On to the next line, which says this one; or back to one already said. */
	move(by: 1 | -1): void {
		const { index } = this;
		const line = this.lines[index];
		const isNew = by === 1 && line !== undefined && !this.isSaid(line);
		if (isNew) this.#parts.acts.act({ type: 'readBackSaid', line: line.id }, { text: line.text });
		this.#turned = isNew ? null : index + by;
	}

	give(answer: ReadBackAnswer): void {
		this.#parts.acts.act({ type: 'readBackAnswered', answer });
	}

	get #state() {
		return this.#parts.view().contact.readBack;
	}
}
