/**
 * The identity check of the contact in hand: which question is asked, what is typed, and what the server made of it.
 * What is typed is compared when Enter is pressed and is never kept as a draft.
 */
import type { CheckView } from '#shared/contacts/shown/check-view.ts';
import type { Contact } from '#shared/contacts/state/fold.ts';
import type { DocumentKind } from '#shared/customers/check/documents.ts';
import { lastResult } from '#shared/customers/check/identity.ts';
import { questionWords, type Question } from '#shared/customers/check/questions.ts';
import { failureOf, type Api } from '../api.ts';
import { announcements } from '../ui/telling/announce.svelte.ts';
import { NO_AUTHORITY, RESULTS, standingText, type CheckRefusal } from './words.ts';

type Answer = { ok: true; check: CheckView } | { ok: false; because: CheckRefusal };

export class IdentityCheck {
	/** Null until the server has said, or when nobody is chosen. */
	view = $state.raw<CheckView | null>(null);
	refusal = $state<CheckRefusal | null>(null);
	typed = $state<Partial<Record<Question, string>>>({});
	/** The question whose answer was no answer to it. */
	unread = $state<Question | null>(null);
	/** The server did not answer, or we failed: what was typed stays. */
	problem = $state<string | null>(null);

	readonly #api: Api;
	readonly #contactId: string;
	#wanted = $state<Question | null>(null);
	/** What is asked of the server goes one after the other: an answer is never lost to a question before it. */
	#before: Promise<unknown> = Promise.resolve();
	#comparing: Question | null = null;
	/** Sent, and not answered yet: pressed again after the server was away, it is the same answer and counts once. */
	#unanswered: { question: Question; said: string | null; key: string } | null = null;

	constructor({ api, contactId }: { api: Api; contactId: string }) {
		this.#api = api;
		this.#contactId = contactId;
	}

	/** Questions that may still be asked, in their order. */
	get open(): readonly Question[] {
		const questions = this.view?.standing.is === 'open' ? this.view.questions : [];
		return questions.filter(({ isSpent }) => !isSpent).map(({ question }) => question);
	}

	/** The one being asked: as wanted, else the first not asked yet, else the first of the rest. */
	get current(): Question | null {
		if (this.#wanted && this.open.includes(this.#wanted)) return this.#wanted;
		const fresh = this.view?.questions.find(
			({ question, result }) => result === null && this.open.includes(question)
		);
		return fresh?.question ?? this.open[0] ?? null;
	}

	/** What to say for each open question, and which stands there now. */
	get lines(): { lines: readonly string[]; index: number } {
		const kind = this.view?.kind ?? 'person';
		const isForThem = this.view?.representative === 'known';
		const lines = this.open.map((question) => questionWords(question, { kind, isForThem }).ask);
		const index = this.current ? this.open.indexOf(this.current) : 0;
		return { lines, index: Math.max(index, 0) };
	}

	ask(question: Question): void {
		this.#wanted = question;
		this.unread = null;
	}

	/** The next question, or the one before. */
	move(by: 1 | -1): void {
		const next = this.open[this.lines.index + by];
		if (next) this.ask(next);
	}

	/** Asks where the check stands, if the log says something of it that this screen has not heard. */
	async follow(contact: () => Contact): Promise<void> {
		if (!this.#isBehind(contact())) return;
		await this.#before;
		if (!this.#isBehind(contact())) return;
		const contactId = this.#contactId;
		await this.#hear(() => this.#api.contacts.identity.check.query({ contactId }));
	}

	/** What they said to one question. Nothing typed is nothing said. */
	async answer(question: Question): Promise<void> {
		const said = (this.typed[question] ?? '').trim();
		if (said === '' || this.#comparing === question) return;
		const sent = this.#sending(question, said);
		await this.#tell(question, () => this.#api.contacts.identity.answer.mutate(sent));
	}

	async decline(question: Question): Promise<void> {
		const sent = this.#sending(question, null);
		await this.#tell(question, () => this.#api.contacts.identity.answer.mutate(sent));
	}

	async document(document: DocumentKind): Promise<void> {
		const sent = { contactId: this.#contactId, key: crypto.randomUUID(), document };
		await this.#hear(() => this.#api.contacts.identity.document.mutate(sent));
	}

	async speaker(name: string, role: string): Promise<void> {
		const sent = { contactId: this.#contactId, key: crypto.randomUUID(), name, role };
		await this.#hear(() => this.#api.contacts.identity.speaker.mutate(sent));
	}

	/** Somebody says that they speak for the customer: a new check begins with them. */
	async representative(name: string, organisation: string): Promise<void> {
		const who = { contactId: this.#contactId, key: crypto.randomUUID(), name, organisation };
		this.typed = {};
		await this.#hear(() => this.#api.contacts.identity.representative.mutate(who));
		const known = this.view?.representative === 'known';
		announcements.say(known ? 'An authority stands under that name.' : NO_AUTHORITY);
	}

	#sending(question: Question, said: string | null) {
		const before = this.#unanswered;
		const isSame = before?.question === question && before.said === said;
		const key = isSame ? before.key : crypto.randomUUID();
		this.#unanswered = { question, said, key };
		return { contactId: this.#contactId, key, question, said };
	}

	async #tell(question: Question, telling: () => Promise<Answer>): Promise<void> {
		this.#comparing = question;
		const answer = await this.#hear(telling);
		this.#comparing = null;
		if (answer) this.#unanswered = null;
		if (answer?.ok) {
			// Whoever has gone on to another question meanwhile stays there: what they type must not land elsewhere.
			if (this.#wanted === question) this.#wanted = null;
			this.#say(question);
		} else if (answer?.because === 'unread') {
			this.unread = question;
			announcements.say('That is no answer to this question. Type it again.');
		}
	}

	#hear(asking: () => Promise<Answer>): Promise<Answer | null> {
		const heard = this.#before.then(() => this.#ask(asking));
		this.#before = heard;
		return heard;
	}

	async #ask(asking: () => Promise<Answer>): Promise<Answer | null> {
		this.problem = null;
		this.unread = null;
		try {
			const answer = await asking();
			if (answer.ok) this.#hold(answer.check);
			else if (answer.because !== 'unread') this.refusal = answer.because;
			return answer;
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
			return null;
		}
	}

	#isBehind({ customerId, person }: Contact): boolean {
		const { view } = this;
		if (!view || (customerId !== null && customerId !== view.customerId)) return true;
		const { check } = person;
		return (
			view.documents.length !== check.documents.length ||
			(view.representative === 'none') !== (check.speaker === null) ||
			(view.isSpeakerNamed !== null && view.isSpeakerNamed !== check.isSpeakerNamed) ||
			view.questions.some(({ question, result }) => result !== lastResult(check, question))
		);
	}

	#hold(check: CheckView): void {
		if (this.view?.customerId !== check.customerId) this.typed = {};
		this.view = check;
		this.refusal = null;
	}

	#say(question: Question): void {
		const result = this.view?.questions.find((one) => one.question === question)?.result;
		if (!this.view || !result) return;
		announcements.say(`${RESULTS[result].word}, ${standingText(this.view)}`);
	}
}
