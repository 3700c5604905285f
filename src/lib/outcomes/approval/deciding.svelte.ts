/**
 * One thing asked of this leader: opened, followed as it changes, and answered. Whatever was typed stays until it is
 * answered; where somebody or time was first, that is said and nothing more can be sent.
 */
import { untrack } from 'svelte';
import type { TeamState } from '#shared/monitoring/team-state.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { isOpen } from '#shared/outcomes/approval.ts';
import type { ApprovalCase, ApprovalNotice, ApprovalSeen } from '#shared/outcomes/approval-view.ts';
import { failureOf, type Api } from '../../api.ts';
import { serverClock } from '../../clock.svelte.ts';
import type { Held } from '../../contacts/held.ts';
import { endingOf, REFUSALS, type Ending } from './deciding-words.ts';

export type DecidingParts = {
	api: Pick<Api, 'approvals'>;
	me: Pick<Officer, 'id' | 'role'>;
	seen: ApprovalSeen;
};

export class Deciding {
	notice = $state.raw<ApprovalNotice>() as ApprovalNotice;
	/** As it was last seen while it was open: what was decided on stays in sight. Null where it never was theirs. */
	asked = $state.raw<ApprovalCase | null>(null);
	answer = $state<'grant' | 'refuse'>('grant');
	/** One a line. */
	conditions = $state('');
	note = $state('');
	reason = $state('');
	/** Tried without a reason. */
	reasonIsMissing = $state(false);
	/** Why nothing was sent. */
	problem = $state<string | null>(null);
	isSending = $state(false);
	readonly #parts: DecidingParts;

	constructor(parts: DecidingParts) {
		this.#parts = parts;
		this.#take(parts.seen);
	}

	/** Null while it is this leader's to answer. */
	readonly ending: Ending | null = $derived.by(() =>
		endingOf(this.notice, { me: this.#parts.me, now: serverClock.now })
	);

	/** Tells the officer that it is in front of somebody. */
	async open(): Promise<void> {
		const { api } = this.#parts;
		const { approvalId, state } = this.notice;
		if (state !== 'waiting' || this.ending !== null) return;
		await this.#try(async () => {
			const opened = await api.approvals.open.mutate({ approvalId });
			if (opened.ok) this.#take(opened);
			else await this.#look();
		});
	}

	/** A team's state was heard: where it differs from what is shown here, that is asked for. */
	hear(teams: Held<TeamState>): void {
		const team = teams[this.notice.teamId];
		if (!team) return;
		untrack(() => {
			const told = team.state.approvals.find((one) => one.approvalId === this.notice.approvalId);
			const isNews = told
				? told.version > this.notice.version || told.contactVersion > this.notice.contactVersion
				: isOpen(this.notice);
			if (isNews) void this.#try(() => this.#look());
		});
	}

	async send(): Promise<void> {
		if (this.isSending || this.ending !== null) return;
		this.reasonIsMissing = this.answer === 'refuse' && this.reason.trim() === '';
		if (this.reasonIsMissing) return;
		this.isSending = true;
		this.problem = null;
		await this.#try(async () => {
			const { approvalId } = this.notice;
			const decision = this.#decision;
			const answered = await this.#parts.api.approvals.answer.mutate({ approvalId, decision });
			if (!answered.ok) this.problem = REFUSALS[answered.because];
			await this.#look();
		});
		this.isSending = false;
	}

	get #decision() {
		if (this.answer === 'refuse') return { answer: 'refuse', reason: this.reason.trim() } as const;
		const lines = this.conditions.split('\n').map((line) => line.trim());
		const conditions = lines.filter((line) => line !== '');
		return { answer: 'grant', conditions, note: this.note.trim() } as const;
	}

	async #look(): Promise<void> {
		const { approvalId } = this.notice;
		const seen = await this.#parts.api.approvals.view.query({ approvalId });
		if (seen.ok) this.#take(seen);
	}

	#take({ notice, asked }: ApprovalSeen): void {
		// Two answers may cross on the way: neither the request nor the figures beside it go back.
		const { version, contactVersion } = this.notice ?? notice;
		if (version > notice.version || contactVersion > notice.contactVersion) return;
		this.notice = notice;
		this.asked = asked ?? this.asked;
	}

	async #try(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (thrown) {
			const { kind, words } = failureOf(thrown);
			this.problem =
				kind === 'unanswered'
					? 'The server did not answer. Press again: nothing is answered twice.'
					: words;
		}
	}
}
