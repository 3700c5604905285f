/**
 * The steps about money, put together for one contact on this screen: the statement, the offer and the read-back, each
 * with its sentence, its next action and what is still to do.
 */
import type { LineId } from '#shared/affordability/lines.ts';
import { collectingAmong, type Collecting } from '#shared/arrangements/terms/collecting.ts';
import type { CollectingAnswer } from '#shared/arrangements/terms/collector.ts';
import { livePlansOf } from '#shared/arrangements/life/replaced.ts';
import type { PLAN_PLACES } from '#shared/contacts/log/money-events.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import { hasSurplus } from '#shared/contacts/helping.ts';
import { knownFrom } from '#shared/contacts/plan-request.ts';
import type { LivePlan } from '#shared/debts/debt.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { IF_UNSURE, STATEMENT_ASKS, THREE_QUESTIONS } from '#shared/guide/statement-asks.ts';
import type { StepId } from '#shared/guide/guide.ts';
import type { AgreeingRole } from '#shared/law/policy-rows.ts';
import { formatPounds } from '#shared/money/pence.ts';
import type { Role } from '#shared/officers/roles.ts';
import type { Day } from '#shared/time/day.ts';
import { askBusiness, askingBusiness } from '../../affordability/asking-business.ts';
import { StatementSheet } from '../../affordability/statement.svelte.ts';
import { Offering } from '../../arrangements/offer.svelte.ts';
import { isWithin } from '../../arrangements/words.ts';
import type { GuideWalk } from '../../guide/guide-walk.svelte.ts';
import type { Agreement } from '../../outcomes/agreement.svelte.ts';
import { newId } from '../../outcomes/ways/ways.ts';
import { ReadingBack } from '../../outcomes/read-back.svelte.ts';
import type { MainAction, Sentence } from '../screen.ts';
import type { ContactActs } from './person-steps.svelte.ts';

export type MoneyStepsParts = {
	view: () => ContactView;
	today: () => Day;
	acts: ContactActs;
	walk: GuideWalk;
	role: Role;
	agreement: Agreement;
};

const STEPS: ReadonlySet<string> = new Set<StepId>(['affordability', 'plan', 'read-back']);

export class MoneySteps {
	readonly sheet: StatementSheet;
	readonly offering: Offering;
	readonly reading: ReadingBack;
	/** What this officer may agree alone. */
	readonly own: AgreeingRole;

	readonly #parts: MoneyStepsParts;
	/** Which of the three questions stands there. */
	#question = $state(0);

	constructor(parts: MoneyStepsParts) {
		this.#parts = parts;
		this.own = parts.role === 'administrator' ? 'officer' : parts.role;
		this.sheet = new StatementSheet(parts);
		this.offering = new Offering(parts);
		const { view, acts } = parts;
		this.reading = new ReadingBack({ view, acts, lines: () => this.lines });
	}

	/** Everything that is read back, as it stands now. */
	get lines() {
		return this.#parts.agreement.lines;
	}

	get agreement(): Agreement {
		return this.#parts.agreement;
	}

	/** The finished statement leaves nothing for a plan: help stands in its place. */
	hasNothingLeft = $derived.by((): boolean => {
		const { contact, people } = this.#parts.view();
		const known = knownFrom(people, this.#parts.today());
		return known !== null && hasSurplus(contact, known) === false;
	});

	/** Plans of theirs that still run. */
	get livePlans(): readonly LivePlan[] {
		const { people } = this.#parts.view();
		return people.kind === 'known' ? livePlansOf(people.records) : [];
	}

	placePlan(planId: string, place: (typeof PLAN_PLACES)[number]): void {
		this.#parts.acts.act({ type: 'livePlanPlaced', planId, place });
	}

	/** What collects a debt already, with what they say of it. */
	get collecting(): readonly Collecting[] {
		const { people } = this.#parts.view();
		const { basis } = this.offering;
		return basis && people.kind === 'known' ? collectingAmong(people.records, basis.sorting) : [];
	}

	/** What agents have is ended by taking it back from them, as an outcome of its own. */
	answerCollecting({ debtId, kind }: Collecting, answer: CollectingAnswer): void {
		this.#parts.acts.act({ type: 'collectingAnswered', debtId, answer });
		if (kind !== 'agents') return;
		const staged = this.#parts.view().contact.outcomes.staged.map(({ outcome }) => outcome);
		const recall = staged.find((one) => one.kind === 'recall' && one.debtId === debtId);
		if (answer === 'keep' && recall) this.agreement.drop(recall.id);
		if (answer !== 'keep' && !recall) this.agreement.stage({ kind: 'recall', id: newId(), debtId });
		if (answer === 'stop') this.offering.place(debtId, 'out');
	}

	/** One of these steps is on the screen. */
	get isHere(): boolean {
		return STEPS.has(this.#step);
	}

	get nextBill(): string | null {
		return this.lines.find(({ id }) => id === 'next-bill')?.text ?? null;
	}

	/** Null where the step's sentence is the guide's own. */
	get sentence(): Sentence | null {
		const guide = this.#parts.walk.sentence;
		switch (this.#step) {
			case 'affordability':
				return this.#asking(guide);
			case 'read-back':
				return this.#readingBack(guide);
			default:
				return null;
		}
	}

	/** False where the guide moves its own lines. */
	move(by: 1 | -1): boolean {
		const { sentence } = this;
		if (!sentence) return false;
		if (this.#step === 'affordability') this.#ask(sentence.index + by);
		else if (sentence.index === 0 && by === 1) this.#parts.walk.move(1);
		else this.reading.move(by);
		return true;
	}

	/** Null where the step's action is the guide's own. */
	get main(): MainAction | null {
		const { main } = this.#parts.walk;
		if (!main) return null;
		switch (this.#step) {
			case 'affordability':
				return { ...main, act: () => void (this.sheet.finish() && this.#goOn()) };
			case 'plan': {
				const label = this.#needsApproval ? 'Ask for approval' : 'Read back';
				return this.hasNothingLeft
					? { ...main, label }
					: { ...main, label, act: () => this.#agreeOn() };
			}
			case 'read-back':
				return { ...main, waitsFor: this.reading.toGo ?? main.waitsFor };
			default:
				return null;
		}
	}

	get hint(): string | null {
		const count = this.sheet.unwritten.length;
		if (this.#step === 'affordability' && count > 0)
			return count === 1 ? '1 reason to write' : `${count} reasons to write`;
		if (this.#step !== 'plan') return null;
		const { planned } = this.offering;
		if (!planned?.ok && !this.hasNothingLeft) return 'Not a plan yet';
		if (planned?.ok && this.#unanswered) return 'Say what becomes of what collects it already';
		const isManagers = planned?.ok === true && planned.plan.role === 'manager';
		return this.#needsApproval
			? `A ${isManagers ? 'manager' : 'team leader'} must approve it`
			: null;
	}

	/** Beside what is owed, once a statement says. */
	get figures(): readonly { label: string; figure: string }[] {
		const { finishedAt } = this.#parts.view().contact.statement;
		const means = finishedAt === null ? null : this.sheet.request?.means;
		return means ? [{ label: 'Usable', figure: `${formatPounds(means.usable)} a month` }] : [];
	}

	/** A field of the statement has the focus: its question stands in the sentence. */
	take(line: LineId): void {
		this.sheet.line = line;
		this.sheet.cash.inHand = null;
	}

	/** Enter in a field: on to the next, and the question with it. */
	goOnFrom(line: LineId): void {
		this.#ask(this.sheet.asked.indexOf(line) + 2);
	}

	toStatement(): void {
		const { planned } = this.offering;
		const lacks = planned?.ok ? planned.plan.lacks : null;
		if (lacks !== null && lacks !== 'cash-flow') this.sheet.chooseForm(lacks);
		this.#parts.walk.go('affordability');
	}

	/** What they can pay is not agreed today. */
	leaveWithoutPlan(): void {
		this.#parts.acts.act({ type: 'offerCleared' });
		this.#parts.walk.go('read-back');
	}

	get #step(): string {
		const { contact, people } = this.#parts.view();
		return people.kind === 'known' ? contact.step : '';
	}

	get #unanswered(): Collecting | undefined {
		return this.collecting.find(({ answer }) => answer === null);
	}

	get #needsApproval(): boolean {
		if (this.hasNothingLeft) return !this.agreement.isCovered;
		const { planned } = this.offering;
		if (planned?.ok !== true) return false;
		return !isWithin(planned.plan.role, this.own) || this.agreement.needs.length > 0;
	}

	/** A sole trader is asked of their weeks while one of them is in hand. */
	get #isOfBusiness(): boolean {
		return this.sheet.isCompany || this.sheet.cash.inHand !== null;
	}

	#asking(guide: Sentence): Sentence {
		const { sheet } = this;
		if (this.#isOfBusiness) return askingBusiness(guide, sheet.cash.inHand);
		const isShort = sheet.form === 'three-questions';
		const asks = isShort
			? Object.values(THREE_QUESTIONS)
			: sheet.asked.map((line) => STATEMENT_ASKS[line]);
		const index = isShort ? this.#question : Math.min(sheet.place, asks.length);
		const hint = index === 0 || isShort ? guide.hint : IF_UNSURE;
		const lines = [...guide.lines.slice(0, 1), ...asks];
		return { ...guide, lines, index, hint, nextLabel: 'Next question' };
	}

	/** To a question: its field takes the focus, and the field takes the sentence. */
	#ask(index: number): void {
		const { sheet } = this;
		if (this.#isOfBusiness) {
			askBusiness(sheet.cash, index);
			return;
		}
		const isShort = sheet.form === 'three-questions';
		if (isShort) this.#question = Math.min(Math.max(index, 0), 3);
		const question = Object.keys(THREE_QUESTIONS)[index - 1];
		const line = sheet.asked[index - 1];
		if (!isShort) sheet.line = line ?? null;
		const id = isShort ? question : line && FIELDS.lineAmount(line);
		if (id === undefined) return;
		const field = document.getElementById(id);
		(field?.querySelector('input') ?? field)?.focus();
	}

	#readingBack(guide: Sentence): Sentence {
		const { reading } = this;
		const [intro = '', ...closing] = guide.lines;
		const lines = [intro, ...reading.lines.map(({ text }) => text), ...closing.slice(-1)];
		const isBegun = reading.saidCount > 0 || guide.index > 0;
		const index = isBegun ? reading.index + 1 : 0;
		const isOfPlan = index > 0 && index <= reading.lines.length;
		const hint = isOfPlan ? 'Pause after each line. Ask: “Is that clear?”' : guide.hint;
		return { ...guide, lines, index, hint, nextLabel: isOfPlan ? 'Said, next line' : 'Next line' };
	}

	/** What is still being typed is read first: what stands on the screen is what goes on. */
	#agreeOn(): void {
		const { activeElement } = document;
		if (activeElement instanceof HTMLElement) activeElement.blur();
		const open = this.#unanswered;
		if (this.offering.planned?.ok && open)
			document.querySelector<HTMLInputElement>(`[name='collecting-${open.debtId}']`)?.focus();
		else if (this.offering.confirm()) this.#goOn();
		else document.getElementById(this.offering.wrongField ?? 'offer-amount')?.focus();
	}

	/** Where the guide leads now, after what was just done. */
	#goOn(): void {
		this.#parts.walk.main?.act();
	}
}
