/**
 * The lines of the statement as they stand in their fields. A figure goes into the log when its field is left; until
 * then it is a draft, and what cannot be read as an amount stays as it was typed.
 */
import { readAmount, type EntryRefusal } from '#shared/affordability/entry.ts';
import { perMonth, perWeek, type Frequency } from '#shared/affordability/frequency.ts';
import { lineOf, type LineId } from '#shared/affordability/lines.ts';
import type { Provenance } from '#shared/affordability/provenance.ts';
import { usualFrequency } from '#shared/affordability/usual.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import type { StatementState, Told } from '#shared/contacts/state/statement-state.ts';
import { typePounds, type Pence } from '#shared/money/pence.ts';
import type { Unread } from './words.ts';
import type { ContactActs } from '../contacts/steps/person-steps.svelte.ts';

/** One line as it stands in its row. */
export type SheetRow = {
	text: string;
	frequency: Frequency;
	provenance: Provenance;
	note: string;
	/** Null where there is no amount that can be read. */
	monthly: Pence | null;
	weekly: Pence | null;
	/** As it was on the statement before, where it is not the same now: null was not on it. */
	was: Was | null | undefined;
	problem: EntryRefusal | null;
};

export type Was = { amount: Pence; frequency: Frequency };

type LinesParts = {
	acts: ContactActs;
	state: () => StatementState;
	/** The first line of a statement begins it. */
	begin: () => void;
};

export class StatementLines {
	readonly #parts: LinesParts;

	constructor(parts: LinesParts) {
		this.#parts = parts;
	}

	/** As the log has it; never told, it is as most people's. */
	told(id: LineId): Told {
		const frequency = usualFrequency(id);
		const { told, adviser } = this.#parts.state();
		const provenance = adviser ? 'adviser' : 'said';
		return told[id] ?? { amount: null, frequency, provenance, note: '' };
	}

	/** What was told stands while what is typed cannot be read. */
	amount(id: LineId): Pence | null {
		const entry = readAmount(this.#text(id));
		if (entry.ok) return entry.amount;
		return entry.because === 'empty' ? null : this.told(id).amount;
	}

	row(id: LineId): SheetRow {
		const { frequency, provenance, note } = this.told(id);
		const text = this.#text(id);
		const entry = readAmount(text);
		return {
			text,
			frequency,
			provenance,
			note: this.#parts.acts.textOf(FIELDS.lineNote(id), note),
			monthly: entry.ok ? perMonth(entry.amount, frequency) : null,
			weekly: entry.ok ? perWeek(entry.amount, frequency) : null,
			was: this.#was(id, frequency),
			problem: entry.ok || entry.because === 'empty' ? null : entry.because
		};
	}

	/** Fields in which what was typed is no amount. */
	unread(ids: readonly LineId[]): Unread[] {
		return ids.flatMap((id) => {
			const { problem } = this.row(id);
			const fieldId = FIELDS.lineAmount(id);
			return problem === null ? [] : [{ fieldId, name: lineOf(id).label, because: problem }];
		});
	}

	type(id: LineId, text: string): void {
		this.#parts.acts.type(FIELDS.lineAmount(id), text);
	}

	/** The field is left: what reads as an amount is told, and is then written out in full. */
	leave(id: LineId): void {
		const text = this.#text(id);
		const { problem } = this.row(id);
		if (problem === null && text !== written(this.told(id).amount)) this.#tell(id, {});
	}

	setFrequency(id: LineId, frequency: Frequency): void {
		this.#tell(id, { frequency });
	}

	setProvenance(id: LineId, provenance: Provenance): void {
		this.#tell(id, { provenance });
	}

	typeNote(id: LineId, text: string): void {
		this.#parts.acts.type(FIELDS.lineNote(id), text);
	}

	leaveNote(id: LineId): void {
		if (this.row(id).note !== this.told(id).note) this.#tell(id, {});
	}

	/** Undefined where nothing has changed, or no statement was before. */
	#was(id: LineId, frequency: Frequency): Was | null | undefined {
		const { before } = this.#parts.state();
		if (!before) return undefined;
		const was = before.statement.lines.find(({ line }) => line === id) ?? null;
		const amount = this.amount(id);
		const isSame =
			was === null ? amount === null : was.amount === amount && was.frequency === frequency;
		return isSame ? undefined : was;
	}

	#text(id: LineId): string {
		return this.#parts.acts.textOf(FIELDS.lineAmount(id), written(this.told(id).amount));
	}

	#tell(id: LineId, change: Partial<Pick<Told, 'frequency' | 'provenance'>>): void {
		this.#parts.begin();
		const { frequency, provenance, note } = { ...this.row(id), ...change };
		const amount = this.amount(id);
		const body = { type: 'statementLineSet', line: id, amount, frequency, provenance } as const;
		this.#parts.acts.act(body, note === this.told(id).note ? undefined : { note });
	}
}

function written(amount: Pence | null): string {
	return amount === null ? '' : typePounds(amount);
}
