/**
 * The steps of one contact in hand, put together: those about the person, the money and the closing. Whichever of them
 * has the step says the sentence and the next action; where none has, they are the guide's own.
 */
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Role } from '#shared/officers/roles.ts';
import type { Day } from '#shared/time/day.ts';
import type { Api } from '../../api.ts';
import { Agreement, ownRole } from '../../outcomes/agreement.svelte.ts';
import type { MainAction, Sentence } from '../screen.ts';
import { ClosingSteps } from './closing-steps.svelte.ts';
import { MoneySteps } from './money-steps.svelte.ts';
import { PersonSteps, type ContactActs } from './person-steps.svelte.ts';

export type ContactStepsParts = {
	api: Api;
	view: () => ContactView;
	today: () => Day;
	council: string;
	officer: { id: string; name: string; role: Role };
	acts: ContactActs;
	/** All of it is in the books: a recording that was paused for a payment goes on. */
};

export class ContactSteps {
	readonly person: PersonSteps;
	readonly agreement: Agreement;
	readonly money: MoneySteps;
	readonly closing: ClosingSteps;
	readonly #parts: ContactStepsParts;

	constructor(parts: ContactStepsParts) {
		this.#parts = parts;
		const { id: officerId, name: officerName, role } = parts.officer;
		this.person = new PersonSteps({ ...parts, officerName });
		this.agreement = new Agreement({ ...parts, own: ownRole(role) });
		const { person, agreement } = this;
		const around = { ...parts, walk: person.walk, agreement };
		this.money = new MoneySteps({ ...around, role });
		const { reading, offering } = this.money;
		this.closing = new ClosingSteps({ ...around, officerId, reading, offering });
	}

	get walk() {
		return this.person.walk;
	}

	get sentence(): Sentence {
		return this.money.sentence ?? this.person.sentence;
	}

	get main(): MainAction | undefined {
		return this.closing.main ?? this.money.main ?? this.person.main;
	}

	get hint(): string {
		return this.money.hint ?? this.walk.hint ?? 'End the call to finish';
	}

	move(by: 1 | -1): void {
		if (!this.money.move(by)) this.person.move(by);
	}

	/** The officer has written it up, or passed it on, and is done with it. */
	finish(isMoved = false): void {
		const { acts, view } = this.#parts;
		const note = this.closing.summary;
		if (!isMoved && note !== view().contact.notes) acts.act({ type: 'noteWritten' }, { note });
		acts.act({ type: 'wrappedUp' });
	}
}
