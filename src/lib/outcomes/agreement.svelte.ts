/**
 * What this contact comes to, on the screen: the read-back as the server will make it, what of it a team leader must
 * agree, and the one press that commits. The key of a press is kept until the server has answered it, so that pressing
 * again after a broken connection commits nothing twice.
 */
import { agreeingFrom } from '#shared/contacts/agreeing.ts';
import { knownFrom } from '#shared/contacts/plan-request.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { AgreeingRole } from '#shared/law/policy-rows.ts';
import type { Role } from '#shared/officers/roles.ts';
import { agreeingRoleOf, covers, isOpen, needsOf, type Need } from '#shared/outcomes/approval.ts';
import type { StagedOutcome } from '#shared/outcomes/outcome.ts';
import {
	readBack,
	type Difference,
	type ReadBack,
	type ReadBackInput
} from '#shared/outcomes/read-back.ts';
import { dayInLondon } from '#shared/time/day.ts';
import type { Api } from '../api.ts';
import { newPress } from '../press.ts';
import { PROBLEMS, type Problem } from './problems.ts';
import type { ContactActs } from '../contacts/steps/person-steps.svelte.ts';

export type AgreementParts = {
	api: Pick<Api, 'outcomes' | 'approvals'>;
	view: () => ContactView;
	acts: Pick<ContactActs, 'act'>;
	/** What this officer may decide alone. */
	own: AgreeingRole;
};

export function ownRole(role: Role): AgreeingRole {
	return agreeingRoleOf(role) ?? 'officer';
}

export class Agreement {
	/** Why nothing was committed, until something else is done. */
	problem = $state<Problem | null>(null);
	/** More than the reason alone, where the server says more. */
	#words = $state<string | null>(null);
	/** Both texts side by side, where the figures are no longer those read out. */
	changed = $state.raw<readonly Difference[]>([]);
	isSending = $state(false);
	readonly #parts: AgreementParts;
	readonly #press = newPress();

	constructor(parts: AgreementParts) {
		this.#parts = parts;
	}

	/** Null until identity has passed. */
	get input(): ReadBackInput | null {
		const { contact, people, at } = this.#view;
		const known = knownFrom(people, dayInLondon(at));
		return known && agreeingFrom(contact, known);
	}

	get said(): ReadBack | null {
		const { input } = this;
		return input && readBack(input);
	}

	get lines() {
		const { said } = this;
		return said?.ok ? said.lines : [];
	}

	/** What all of it is decided by. */
	get cites(): readonly string[] {
		const { said } = this;
		return said?.ok ? said.weighed.flatMap(({ cites }) => cites) : [];
	}

	/** What is neither done nor declined where nothing is left to pay with; null where nothing is missing. */
	get helpLeft(): string | null {
		const { said } = this;
		return said && !said.ok && said.because === 'help-open' ? said.words : null;
	}

	/** Why nothing was committed, in a sentence. */
	get problemSaid(): string | null {
		return this.problem && (this.#words ?? PROBLEMS[this.problem]);
	}

	/** Why there is nothing to read back. */
	get notYet(): string {
		const { said } = this;
		return said?.ok === false && 'words' in said
			? said.words
			: 'Nothing is offered or held in this contact.';
	}

	get needs(): readonly Need[] {
		const { input, said } = this;
		return input && said?.ok ? needsOf(said, { own: this.#parts.own, input }) : [];
	}

	get approval() {
		return this.#view.contact.outcomes.approval;
	}

	/** Nothing is above the officer's own authority, or a leader has agreed to these very figures. */
	get isCovered(): boolean {
		return covers(this.approval, this.needs);
	}

	get isAsking(): boolean {
		return this.approval !== null && isOpen(this.approval);
	}

	get committed() {
		return this.#view.contact.outcomes.committed;
	}

	stage(outcome: StagedOutcome, note = ''): void {
		this.#clear();
		const words = note.trim() === '' ? undefined : { note: note.trim() };
		this.#parts.acts.act({ type: 'outcomeStaged', outcome }, words);
	}

	drop(outcomeId: string): void {
		this.#clear();
		this.#parts.acts.act({ type: 'outcomeDropped', outcomeId });
	}

	async ask(reason: string): Promise<void> {
		await this.#send(async (contactId) => {
			const answer = await this.#parts.api.approvals.ask.mutate({ contactId, reason });
			if (answer.ok || answer.because === 'already-asked') return;
			if (answer.because !== 'within-your-limit') this.problem = answer.because;
		});
	}

	async withdraw(): Promise<void> {
		await this.#send(async (contactId) => {
			await this.#parts.api.approvals.withdraw.mutate({ contactId });
		});
	}

	/** Everything read back, as it stands on the screen. True once it is in the books. */
	async commit(): Promise<boolean> {
		const shown = this.lines.map(({ id, text }) => ({ id, text }));
		const key = this.#press.keyFor(shown);
		let isDone = false;
		await this.#send(async (contactId) => {
			const answer = await this.#parts.api.outcomes.commit.mutate({ contactId, key, shown });
			if (answer.ok) isDone = true;
			else if (answer.because === 'changed') this.changed = answer.lines;
			else {
				this.problem = answer.because;
				this.#words = answer.words ?? null;
			}
			this.#press.answered();
		});
		return isDone;
	}

	/** After a refusal: the figures now are shown, and what was typed stands. */
	workItOutAgain(): void {
		this.#clear();
	}

	async #send(work: (contactId: string) => Promise<void>): Promise<void> {
		if (this.isSending) return;
		this.#clear();
		this.isSending = true;
		try {
			await work(this.#view.contactId);
		} catch {
			// The server is away or failed: the press is kept with its key, and may be made again.
			this.problem = 'not-sent';
		} finally {
			this.isSending = false;
		}
	}

	#clear(): void {
		this.problem = null;
		this.#words = null;
		this.changed = [];
	}

	get #view(): ContactView {
		return this.#parts.view();
	}
}
