/**
 * The steps about the person, put together for one contact on this screen: its walk through the guide, its identity
 * check, its search, and what was taken without a check. Everything said goes into the log.
 */
import { claimsAfter } from '#shared/contacts/claims.ts';
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import type { Recognised } from '#shared/contacts/log/person-events.ts';
import { knownFrom } from '#shared/contacts/plan-request.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Adjustment, Consent } from '#shared/customers/support.ts';
import type { TakeUpAnswer } from '#shared/guide/take-up.ts';
import type { Entitlement } from '#shared/law/entitlements.ts';
import { dayInLondon } from '#shared/time/day.ts';
import type { RequestKind } from '#shared/guide/requests.ts';
import type { Api } from '../../api.ts';
import { FindCustomer } from '../../customers/find-customer.svelte.ts';
import { IdentityCheck } from '../../customers/identity-check.svelte.ts';
import { TheirMoney } from '../../income/their-money.svelte.ts';
import { GuideWalk } from '../../guide/guide-walk.svelte.ts';
import type { MainAction, Sentence } from '../screen.ts';

/** What the owner of the contact does for its steps. */
export type ContactActs = {
	act: (body: OfficerEvent, words?: Record<string, string>) => void;
	type: (field: string, value: string) => void;
	textOf: (field: string, saved: string) => string;
};

export type PersonStepsParts = {
	api: Api;
	view: () => ContactView;
	council: string;
	officerName: string;
	acts: ContactActs;
};

const REASON_NOTE = 'reason-note';

export class PersonSteps {
	readonly walk: GuideWalk;
	readonly check: IdentityCheck;
	readonly find: FindCustomer;
	/** Money that waits and looks like theirs. */
	readonly received: TheirMoney;
	/** What needs no check is on the screen, and which of it. */
	isOpenWithoutCheck = $state(false);
	request = $state<RequestKind | null>(null);
	isFinding = $state(false);

	readonly #parts: PersonStepsParts;

	constructor(parts: PersonStepsParts) {
		this.#parts = parts;
		const { api, view, council, officerName, acts } = parts;
		const { contactId } = view();
		this.walk = new GuideWalk({ view, council, officerName, act: (body) => acts.act(body) });
		this.check = new IdentityCheck({ api, contactId });
		this.received = new TheirMoney({ api, contactId });
		this.find = new FindCustomer({ api, begin: () => Promise.resolve({ ok: true, contactId }) });
	}

	/** At the check the sentence is the question being asked. */
	get sentence(): Sentence {
		const sentence = this.walk.sentence;
		if (!this.#isAsking) return sentence;
		const asks = this.check.lines;
		return {
			...sentence,
			lines: asks.lines,
			index: asks.index,
			nextLabel: 'Ask a different question',
			hint: `Do not read out or confirm any detail. ${this.#howToAnswer}`
		};
	}

	move(by: 1 | -1): void {
		if (this.#isAsking) this.check.move(by);
		else this.walk.move(by);
	}

	choose(customerId: string, how: 'picker' | 'search'): void {
		const { contact } = this.#parts.view();
		if (contact.customerId !== null && contact.customerId !== customerId) {
			this.#act({ type: 'customerCleared' });
		}
		this.#act({ type: 'customerChosen', customerId, how });
		this.isFinding = false;
		this.find.clear();
		if (contact.step === 'greeting') this.walk.go('identity');
	}

	newSpeaker(): void {
		this.check.typed = {};
		this.#act({ type: 'speakerChanged' });
		if (this.#parts.view().contact.step !== 'identity') this.walk.go('identity');
	}

	openWithoutCheck(request: RequestKind | null = null): void {
		this.request = request;
		this.isOpenWithoutCheck = true;
	}

	take(request: RequestKind, words: Record<string, string>): void {
		this.#act({ type: 'requestTaken', request }, words);
	}

	withdraw(request: RequestKind): void {
		this.#act({ type: 'requestWithdrawn', request });
	}

	get reasonNote(): string {
		const { reasonNote } = this.#parts.view().contact.person;
		return this.#parts.acts.textOf(REASON_NOTE, reasonNote);
	}

	/** The next action; what was typed beside the reason goes with it. */
	get main(): MainAction | undefined {
		const main = this.walk.main;
		return main && { ...main, act: () => this.#leave(main.act) };
	}

	/** Half-typed like every note; the log has it when the reason is chosen or the step is left. */
	writeReason(text: string): void {
		this.#parts.acts.type(REASON_NOTE, text);
	}

	giveReason(reason = this.#parts.view().contact.person.reason): void {
		if (reason === null) return;
		this.#act({ type: 'reasonGiven', reason }, { [REASON_NOTE]: this.reasonNote });
	}

	noteSupport(noted: {
		adjustments: readonly Adjustment[];
		language: string;
		consent: Consent;
	}): void {
		const words = { adjustments: noted.adjustments.join(','), language: noted.language };
		this.#act({ type: 'supportNoted', consent: noted.consent }, words);
	}

	recognise(debtIds: readonly string[], answer: Recognised): void {
		for (const debtId of debtIds) this.#act({ type: 'debtRecognised', debtId, answer });
	}

	/** What applies is claimed at once, and what the claim changes is held from here on. */
	answerTakeUp(entitlement: Entitlement, answer: TakeUpAnswer): void {
		const { contact, people, at } = this.#parts.view();
		this.#act({ type: 'takeUpAnswered', entitlement, answer });
		const known = knownFrom(people, dayInLondon(at));
		if (!known) return;
		const answered = { entitlement, answer, id: crypto.randomUUID() };
		for (const body of claimsAfter(contact, known, answered)) this.#act(body);
	}

	/** For what needs nothing but the line. */
	say(body: OfficerEvent): void {
		this.#act(body);
	}

	#leave(goOn: () => void): void {
		const { step, person } = this.#parts.view().contact;
		if (step === 'reason' && this.reasonNote !== person.reasonNote) this.giveReason();
		goOn();
	}

	get #howToAnswer(): string {
		return this.#parts.view().contact.channel === 'desk'
			? 'They may write an answer down. Type it, then Enter.'
			: 'Type what they say, then Enter.';
	}

	get #isAsking(): boolean {
		return this.#parts.view().contact.step === 'identity' && this.check.open.length > 0;
	}

	#act(body: OfficerEvent, words?: Record<string, string>): void {
		this.#parts.acts.act(body, words);
	}
}
