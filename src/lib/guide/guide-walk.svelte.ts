/**
 * The walk through the guide on one screen: the step's sentence, the next action by its name, and what is still to do.
 * Where the contact stands is in its log; which line stands there follows from the lines said.
 */
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { guideFacts } from '#shared/contacts/guide-facts.ts';
import { knownFrom, requestFrom } from '#shared/contacts/plan-request.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import {
	actionOf,
	isOff,
	linesOf,
	nextStep,
	stepOf,
	stillToDo,
	type Step
} from '#shared/guide/guide.ts';
import { fillingOf, sayLine } from '#shared/guide/lines.ts';
import { dayInLondon } from '#shared/time/day.ts';
import { guideNamed } from '#shared/guide/shipped.ts';
import { guideRows, type GuideRow } from '../contacts/frame/guide-rows.ts';
import type { MainAction, Sentence } from '../contacts/screen.ts';

export type WalkParts = {
	view: () => ContactView;
	council: string;
	officerName: string;
	act: (body: OfficerEvent) => void;
};

export class GuideWalk {
	readonly #parts: WalkParts;
	/** A line gone back or on to by hand, in the step it belongs to. */
	#turned = $state<{ step: string; index: number } | null>(null);
	/** Kept until the contact changes: they hold the whole read-back, and the slider asks for them with every move. */
	readonly #facts = $derived.by(() => guideFacts(this.#view));

	constructor(parts: WalkParts) {
		this.#parts = parts;
	}

	/** From the first moment in the officer's hands a contact names the guide it runs on. */
	begin(): void {
		const { contact } = this.#view;
		if (contact.person.guide !== null) return;
		const { id, version } = this.guide;
		this.#parts.act({ type: 'guideOpened', guide: id, version });
	}

	get guide() {
		return guideNamed(this.#view.contact.person.guide);
	}

	get step(): Step {
		return stepOf(this.guide, this.#view.contact.step);
	}

	get rows(): readonly GuideRow[] {
		const facts = this.#facts;
		const steps = this.guide.steps.map((step) => ({
			id: step.id,
			name: step.name,
			isOff: isOff(step, facts)
		}));
		return guideRows(steps, this.#view.contact);
	}

	get note(): string {
		return `${this.guide.name}, version ${this.guide.version}`;
	}

	get sentence(): Sentence {
		const lines = linesOf(this.step, this.#facts);
		const index = this.#index(lines.map(({ id }) => id));
		const filling = fillingOf(this.#known);
		return {
			kind: 'say',
			label: 'Say',
			lines: lines.map(({ say }) => sayLine(say, filling)),
			index,
			hint: lines[index]?.mind
		};
	}

	/** Undefined at the end of the guide. While something is still to do it says what, and stays. */
	get main(): MainAction | undefined {
		const next = nextStep(this.guide, this.step.id, this.#facts);
		if (!next) return undefined;
		return {
			label: actionOf(this.step, this.#facts),
			act: () => this.go(next.id),
			waitsFor: stillToDo(this.step, this.#facts) ?? undefined
		};
	}

	get hint(): string | undefined {
		const next = nextStep(this.guide, this.step.id, this.#facts);
		return next ? `Next: ${next.name.toLowerCase()}` : undefined;
	}

	/** The step entered before this one; undefined at the first. */
	get back(): (() => void) | undefined {
		const steps = this.guide.steps.map(({ id }) => id);
		const { contact } = this.#view;
		const earlier = steps
			.slice(0, steps.indexOf(this.step.id))
			.findLast((id) => id in contact.steps || id === 'greeting');
		return earlier && (() => this.go(earlier));
	}

	go(step: string): void {
		const said = linesOf(this.step, this.#facts)[this.sentence.index];
		if (said) this.#say(said.id);
		this.#parts.act({ type: 'stepEntered', step });
	}

	/** The next line, which says the one before it; or back to one already said. */
	move(by: 1 | -1): void {
		const lines = linesOf(this.step, this.#facts);
		const { index } = this.sentence;
		const here = lines[index];
		if (by === 1 && here) this.#say(here.id);
		this.#turned = { step: this.step.id, index: index + by };
	}

	get #view(): ContactView {
		return this.#parts.view();
	}

	get #known() {
		const { people } = this.#view;
		const { council, officerName } = this.#parts;
		if (people.kind !== 'known') return { council, officerName };
		const { count, total } = people.debts;
		const debts = { count, overdue: total.overdue, owed: total.balance };
		return { council, officerName, debts, plan: this.#plan };
	}

	/** What the offer in the log is towards. */
	get #plan() {
		const { contact, people, at } = this.#view;
		const known = knownFrom(people, dayInLondon(at));
		const { offer } = contact.offer;
		if (!known || !offer) return undefined;
		const accounts = requestFrom(contact, known).request.debts.length;
		return { amount: offer.amount, payDays: offer, accounts };
	}

	/** The first line not said yet; the last when all are. */
	#index(ids: readonly string[]): number {
		const turned = this.#turned;
		const last = Math.max(ids.length - 1, 0);
		if (turned?.step === this.step.id) return Math.min(Math.max(turned.index, 0), last);
		const { linesSaid } = this.#view.contact;
		const unsaid = ids.findIndex((id) => !linesSaid.includes(id));
		return unsaid < 0 ? last : unsaid;
	}

	#say(line: string): void {
		if (!this.#view.contact.linesSaid.includes(line)) this.#parts.act({ type: 'lineSaid', line });
	}
}
