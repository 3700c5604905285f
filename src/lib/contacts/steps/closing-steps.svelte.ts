/**
 * The steps that settle what was agreed: a team leader's approval, the press that commits, and the wrap-up with its
 * drafted summary and what each system has been told.
 */
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Plan } from '#shared/arrangements/plan.ts';
import { helpLeft } from '#shared/outcomes/help.ts';
import { paymentsToMake, type OutcomeOf } from '#shared/outcomes/outcome.ts';
import { summaryOf } from '#shared/contacts/wrap-up.ts';
import { failureOf, type Api } from '../../api.ts';
import { openPdf } from '../../open-pdf.ts';
import type { Offering } from '../../arrangements/offer.svelte.ts';
import type { GuideWalk } from '../../guide/guide-walk.svelte.ts';
import type { Agreement } from '../../outcomes/agreement.svelte.ts';
import type { ReadingBack } from '../../outcomes/read-back.svelte.ts';
import { AskingAnother } from '../../outcomes/approval/asking-another.svelte.ts';
import { helpActs } from '../../outcomes/help/help-acts.ts';
import type { Told } from '../../outcomes/told.ts';
import type { MainAction } from '../screen.ts';
import type { ContactActs } from './person-steps.svelte.ts';

export type ClosingStepsParts = {
	api: Pick<Api, 'outcomes' | 'approvals'>;
	view: () => ContactView;
	acts: ContactActs;
	walk: GuideWalk;
	agreement: Agreement;
	reading: ReadingBack;
	offering: Offering;
	officerId: string;
};

export class ClosingSteps {
	/** Why a team leader cannot be asked like that; empty while they can. */
	askProblem = $state('');
	told = $state.raw<readonly Told[]>([]);
	/** Another leader, when nobody answers. */
	readonly another: AskingAnother;
	readonly #parts: ClosingStepsParts;

	constructor(parts: ClosingStepsParts) {
		this.#parts = parts;
		this.another = new AskingAnother({
			api: parts.api,
			contactId: () => parts.view().contactId,
			reason: () => parts.view().contact.outcomes.approval?.asked ?? this.approvalReason
		});
	}

	get agreement(): Agreement {
		return this.#parts.agreement;
	}

	/** One of these steps is on the screen; the read-back is beside the money. Whoever it was, there is a wrap-up. */
	get isHere(): boolean {
		const { contact, people } = this.#parts.view();
		if (contact.step === 'wrap-up') return true;
		return people.kind === 'known' && ['approval', 'payment'].includes(contact.step);
	}

	/** Null where the step's action is the guide's own. */
	get main(): MainAction | null {
		const { agreement, walk } = this.#parts;
		const { contact, people } = this.#parts.view();
		if (people.kind !== 'known' || !walk.main) return null;
		if (contact.step === 'approval') {
			if (agreement.isAsking)
				return {
					...walk.main,
					label: 'Waiting for approval',
					waitsFor: 'Waiting for a team leader'
				};
			if (agreement.isCovered) return { ...walk.main, label: 'Read it back' };
			if (agreement.needs.length === 0) return null;
			return {
				label: agreement.approval
					? 'Ask again'
					: `Ask a ${agreement.needs.some(({ role }) => role === 'manager') ? 'manager' : 'team leader'}`,
				act: () => void this.#ask(),
				waitsFor: agreement.isSending ? 'Asking the team’s leaders' : undefined
			};
		}
		if (agreement.committed) return null;
		if (contact.step === 'read-back' && this.payments.length > 0)
			return { ...walk.main, label: 'Take the payment', waitsFor: this.#waitsFor };
		if (contact.step !== 'read-back' && contact.step !== 'payment') return null;
		return {
			label: 'Record agreement',
			act: () => void this.#commit(),
			waitsFor: this.#waitsFor
		};
	}

	/** What was read back as paid today, with its receipt or still without one. */
	get payments(): readonly OutcomeOf<'payment'>[] {
		const { staged } = this.#parts.view().contact.outcomes;
		return staged
			.map(({ outcome }) => outcome)
			.filter((outcome): outcome is OutcomeOf<'payment'> => outcome.kind === 'payment');
	}

	/** What of the help is neither done nor declined; null where nothing is missing, or another has them now. */
	get helpLeft(): string | null {
		const { agreement, view, officerId } = this.#parts;
		const { contact } = view();
		if (agreement.committed) return null;
		if (contact.officerId !== null && contact.officerId !== officerId) return null;
		return agreement.helpLeft;
	}

	writeCutOff(): void {
		const { agreement } = this.#parts;
		const { input } = agreement;
		if (!input?.help) return;
		const { staged } = input;
		const acts = helpActs({
			staged: () => staged,
			days: () => input.policy.P3.value.holdDays,
			stage: (outcome) => agreement.stage(outcome)
		});
		acts.cutOff(helpLeft({ ...input, help: input.help }));
	}

	get approvalReason(): string {
		const { acts, offering } = this.#parts;
		return acts.textOf(FIELDS.approvalReason, offering.limits.recommendation ?? '');
	}

	/** The plan that needs nobody else, in place of the one that does; what was asked is taken back. */
	async agreeInstead(plan: Plan): Promise<void> {
		const { agreement, offering, walk } = this.#parts;
		if (agreement.isAsking) await agreement.withdraw();
		offering.take(plan.offer);
		walk.go('plan');
	}

	typeReason(reason: string): void {
		this.askProblem = '';
		this.#parts.acts.type(FIELDS.approvalReason, reason);
	}

	async #ask(): Promise<void> {
		const reason = this.approvalReason.trim();
		this.askProblem = reason === '' ? 'Write why you ask.' : '';
		if (reason !== '') await this.agreement.ask(reason);
	}

	/** As drafted from the log, until it is changed by hand. */
	get summary(): string {
		const { acts, view } = this.#parts;
		const { contact } = view();
		const note = acts.textOf(FIELDS.note, contact.notes);
		return acts.textOf(FIELDS.summary, summaryOf(contact, note));
	}

	typeSummary(summary: string): void {
		this.#parts.acts.type(FIELDS.summary, summary);
	}

	/** Asked again whenever the contact is told anew: a source has been told. */
	async loadTold(): Promise<void> {
		const { contactId } = this.#parts.view();
		try {
			this.told = await this.#parts.api.outcomes.told.query({ contactId });
		} catch (thrown) {
			// The server is away: when it is back the contact is told anew, and this is asked again.
			failureOf(thrown);
		}
	}

	/** The agreement in a tab of its own, to print or to save. */
	async print(): Promise<void> {
		const { contactId } = this.#parts.view();
		const letter = await this.#parts.api.outcomes.letter.query({ contactId });
		if (letter) openPdf(letter.pdf);
	}

	/** The agreement as it would be printed, in a tab of its own. */
	async preview(): Promise<void> {
		const { contactId } = this.#parts.view();
		const made = await this.#parts.api.outcomes.preview.query({ contactId });
		if (made.ok) openPdf(made.pdf);
	}

	get #waitsFor(): string | undefined {
		const { agreement, reading } = this.#parts;
		if (agreement.isSending) return 'Recording it';
		if (!agreement.isCovered) return 'A team leader must approve it';
		if (reading.toGo) return reading.toGo;
		const { step } = this.#parts.view().contact;
		const isUnpaid = step === 'payment' && paymentsToMake(this.payments).length > 0;
		return isUnpaid ? 'The receipt is missing' : undefined;
	}

	async #commit(): Promise<void> {
		const { agreement, walk } = this.#parts;
		if (!(await agreement.commit())) return;
		walk.main?.act();
	}
}
