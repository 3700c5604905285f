/**
 * One change of the record being told in a contact: what more must be answered first, what is typed, and what the server
 * made of it. What was typed stays where it is until it is taken, or another change is begun.
 */
import type { AgainView } from '#shared/contacts/checking-again.ts';
import { CHANGE_LABELS, type TypedKind } from '#shared/customers/changes/kinds.ts';
import type { Evidence } from '#shared/customers/changes/read.ts';
import type { Question } from '#shared/customers/check/questions.ts';
import type { Api } from '../../api.ts';
import { CHECK_REFUSALS } from '../../customers/words.ts';
import { OneAtATime } from '../../one-at-a-time.svelte.ts';
import { newPress } from '../../press.ts';
import { announcements } from '../../ui/telling/announce.svelte.ts';
import { TELL_REFUSALS, UNDO_REFUSALS } from './words.ts';

export class TellingChange extends OneAtATime {
	isOpen = $state(false);
	kind = $state<TypedKind | null>(null);
	fields = $state<Record<string, string>>({});
	on = $state('');
	evidence = $state<Evidence>('none');
	seen = $state('');
	saidBy = $state('');
	/** Of each field, with what was typed still in it. */
	problems = $state.raw<Readonly<Record<string, string>>>({});
	/** Null until the server has said what more is asked. */
	check = $state.raw<AgainView | null>(null);
	said = $state<Partial<Record<Question, string>>>({});
	unread = $state<Question | null>(null);

	readonly #api: Pick<Api, 'changes'>;
	readonly #contactId: string;
	readonly #press = newPress();

	constructor({ api, contactId }: { api: Pick<Api, 'changes'>; contactId: string }) {
		super();
		this.#api = api;
		this.#contactId = contactId;
	}

	/** Nothing more is asked, or it has been answered. */
	get mayTell(): boolean {
		const standing = this.check?.standing;
		return standing === null || standing?.is === 'passed';
	}

	async choose(kind: TypedKind): Promise<void> {
		this.kind = kind;
		this.fields = {};
		[this.on, this.seen, this.saidBy, this.evidence] = ['', '', '', 'none'];
		[this.problems, this.problem, this.done] = [{}, '', ''];
		[this.check, this.said, this.unread] = [null, {}, null];
		await this.#hear((about) => this.#api.changes.again.query(about));
	}

	leave(): void {
		this.kind = null;
		this.problems = {};
		this.problem = '';
	}

	/** What they said to one question; null when they would rather not answer. */
	async answer(question: Question, said: string | null): Promise<void> {
		if (said?.trim() === '') return;
		const { key } = this.#pressed([question, said]);
		await this.#hear((about) =>
			this.#api.changes.answer.mutate({ ...about, key, question, said: said?.trim() ?? null })
		);
	}

	async tell(): Promise<void> {
		const { kind, fields, on, evidence, seen, saidBy } = this;
		if (kind === null) return;
		const typed = { kind, fields: { ...fields }, on, evidence, seen, saidBy };
		await this.do(async () => {
			const answer = await this.#api.changes.tell.mutate({ ...this.#pressed([typed]), typed });
			this.#press.answered();
			this.problems = 'problems' in answer ? answer.problems : {};
			if (answer.ok)
				return this.#taken(
					`${CHANGE_LABELS[kind]}: taken. It can be undone until its systems are told`
				);
			if (answer.because !== 'unread') this.problem = TELL_REFUSALS[answer.because];
		});
	}

	async undo(changeId: string): Promise<void> {
		await this.do(async () => {
			const answer = await this.#api.changes.undo.mutate({ changeId });
			if (answer.ok) this.#taken('Undone. Nobody was told of it');
			else this.problem = UNDO_REFUSALS[answer.because];
		});
	}

	/** Somebody looked, and the systems show it. */
	async seenThere(changeId: string): Promise<void> {
		await this.do(async () => {
			const answer = await this.#api.changes.seen.mutate({ changeId });
			if (answer.ok) this.#taken('Confirmed: the systems show it');
			else this.problem = UNDO_REFUSALS[answer.because];
		});
	}

	#taken(done: string): void {
		this.leave();
		this.done = done;
		announcements.say(done);
	}

	async #hear(
		asking: (about: {
			contactId: string;
			about: TypedKind;
		}) => Promise<Awaited<ReturnType<Api['changes']['again']['query']>>>
	): Promise<void> {
		const { kind } = this;
		if (kind === null) return;
		this.unread = null;
		await this.do(async () => {
			const answer = await asking({ contactId: this.#contactId, about: kind });
			this.#press.answered();
			if (this.kind !== kind) return;
			if (answer.ok) this.check = answer.check;
			else this.problem = AGAIN_REFUSALS[answer.because];
		});
	}

	#pressed(body: readonly unknown[]) {
		return { contactId: this.#contactId, key: this.#press.keyFor(this.kind, ...body) };
	}
}

const AGAIN_REFUSALS = { ...CHECK_REFUSALS, 'not-identified': TELL_REFUSALS['not-identified'] };
