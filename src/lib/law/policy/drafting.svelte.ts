/** One row of policy being drafted, approved or withdrawn by a manager, as its page works on it. */
import type { DecideRefusal, VersionSeen } from '#shared/law/drafting.ts';
import type { PolicyRowId } from '#shared/law/policy-values.ts';
import { fieldsOf, type PolicyField } from '#shared/law/shapes/fields.ts';
import { listsOf, withoutRow, withRow, type PolicyList } from '#shared/law/shapes/rows.ts';
import { readValue, SHAPES } from '#shared/law/shapes/shapes.ts';
import { withField } from '#shared/law/shapes/writing.ts';
import type { Day } from '#shared/time/day.ts';
import { api, failureOf } from '../../api.ts';
import { DECIDE_WORDS, DRAFT_FIELDS, DRAFT_WORDS } from './words.ts';

type Decided = { ok: true } | { ok: false; because: DecideRefusal };

export class Drafting {
	isOpen = $state(false);
	value = $state.raw<unknown>(null);
	plain = $state('');
	why = $state('');
	fromOn = $state<Day | null>(null);
	/** By the field's path; of the whole under the empty name. */
	problems = $state.raw<Readonly<Record<string, string>>>({});
	/** Of an approval or a withdrawal. */
	refused = $state('');
	done = $state('');
	isBusy = $state(false);
	/** What was typed and does not read as what it should be stays as typed. */
	#typed = $state.raw<Readonly<Record<string, string>>>({});

	readonly #parts: { rowId: () => PolicyRowId; reload: () => Promise<void> };

	constructor(parts: { rowId: () => PolicyRowId; reload: () => Promise<void> }) {
		this.#parts = parts;
	}

	/** From what is in force, or from a former version. */
	open({ value, plain }: Pick<VersionSeen, 'value' | 'plain'>): void {
		this.value = value;
		this.plain = plain;
		this.#typed = {};
		this.problems = {};
		this.done = '';
		this.isOpen = true;
	}

	close(): void {
		this.isOpen = false;
		this.problems = {};
	}

	fields = $derived.by((): readonly PolicyField[] => {
		if (!this.isOpen) return [];
		const fields = fieldsOf(this.#shape, this.value);
		return fields.map((field) => ({ ...field, text: this.#typed[field.path] ?? field.text }));
	});

	write(path: string, text: string): void {
		this.#typed = { ...this.#typed, [path]: text };
		this.value = withField(this.#shape, this.value, { path, text });
	}

	/** Lists of which there may be more or fewer rows. */
	lists = $derived.by((): readonly PolicyList[] =>
		this.isOpen ? listsOf(this.#shape, this.value) : []
	);

	addRow(path: string, name: string): void {
		this.value = withRow(this.#shape, this.value, { path, name: name.trim() });
	}

	/** Those after it move up, so that what was typed in them is taken as it stands in the value. */
	removeRow(path: string, row: string): void {
		this.value = withoutRow(this.#shape, this.value, { path, row });
		this.#typed = Object.fromEntries(
			Object.entries(this.#typed).filter(([field]) => !field.startsWith(`${path}.`))
		);
		this.problems = {};
	}

	async save(): Promise<void> {
		const { fromOn, plain, why, value } = this;
		const read = readValue(this.#parts.rowId(), value);
		this.problems = {
			...(read.ok ? {} : { '': DRAFT_WORDS.unread, ...read.problems }),
			...(fromOn === null ? { fromOn: 'Enter the day it begins.' } : {}),
			...(plain.trim() === '' ? { plain: DRAFT_WORDS['no-words'] } : {}),
			...(why.trim() === '' ? { why: DRAFT_WORDS['no-reason'] } : {})
		};
		if (fromOn === null || !read.ok || Object.keys(this.problems).length > 0) return;
		await this.#busy(async () => {
			const rowId = this.#parts.rowId();
			const answer = await api.law.policy.draft.mutate({
				...{ rowId, plain, why, fromOn },
				value: JSON.parse(JSON.stringify(read.value)) as Json
			});
			if (!answer.ok) {
				const own = answer.because === 'unread' ? answer.problems : {};
				const field = DRAFT_FIELDS[answer.because] ?? '';
				this.problems = { ...own, [field]: DRAFT_WORDS[answer.because] };
				return;
			}
			this.done = 'The draft is kept. Another manager has to approve it.';
			this.why = '';
			this.isOpen = false;
			await this.#parts.reload();
		});
	}

	approve(versionId: string): Promise<void> {
		return this.#decide('It is approved, and begins on its day', () =>
			api.law.policy.approve.mutate({ versionId })
		);
	}

	withdraw(versionId: string): Promise<void> {
		return this.#decide('It is withdrawn', () => api.law.policy.withdraw.mutate({ versionId }));
	}

	async #decide(done: string, ask: () => Promise<Decided>): Promise<void> {
		await this.#busy(async () => {
			const answer = await ask();
			if (answer.ok) this.done = done;
			else this.refused = DECIDE_WORDS[answer.because];
			await this.#parts.reload();
		});
	}

	async #busy(work: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.done = '';
		this.refused = '';
		try {
			await work();
		} catch (thrown) {
			const failure = failureOf(thrown);
			if (this.isOpen) this.problems = { '': failure.words, ...failure.fields };
			else this.refused = failure.words;
		} finally {
			this.isBusy = false;
		}
	}

	get #shape() {
		return SHAPES[this.#parts.rowId()];
	}
}

type Json = Parameters<typeof api.law.policy.draft.mutate>[0]['value'];
