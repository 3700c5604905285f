/**
 * The statement as it is being told, on one screen: what the log has with what is typed over it, added up by the shared
 * rules with every key. The field in hand and the question to say are one.
 */
import { SvelteSet } from 'svelte/reactivity';
import { isBegun, isWhole } from '#shared/affordability/business/cash-flow.ts';
import {
	overGuidelines,
	type Guidelines,
	type OverGuideline
} from '#shared/affordability/guidelines.ts';
import type { GuidelineArea } from '#shared/affordability/groups.ts';
import { NOT_ASKED, type Home } from '#shared/affordability/home.ts';
import { changesOf, type Change } from '#shared/affordability/compared.ts';
import { FULL_LINES, type LineId } from '#shared/affordability/lines.ts';
import {
	refusalOf,
	type Form,
	type GivenAnswers,
	type Household,
	type StatementRefusal
} from '#shared/affordability/statement.ts';
import { totalsOf } from '#shared/affordability/totals.ts';
import { formToBegin } from '#shared/arrangements/said/opening.ts';
import { FIELDS } from '#shared/contacts/log/drafts.ts';
import { knownFrom, requestFrom } from '#shared/contacts/plan-request.ts';
import { statementFrom, type StatementState } from '#shared/contacts/state/statement-state.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { Day } from '#shared/time/day.ts';
import type { ContactActs } from '../contacts/steps/person-steps.svelte.ts';
import { CashFlowCells } from './cash-flow-cells.svelte.ts';
import { FromAdviser } from './from-adviser.svelte.ts';
import { cardsOf, type CardId, type SheetCard } from './sheet.ts';
import { StatementLines } from './statement-lines.svelte.ts';
import { TheirCopy } from './their-copy.svelte.ts';
import { problemsOf, type Problem } from './words.ts';

export type MoneyParts = { view: () => ContactView; today: () => Day; acts: ContactActs };

export class StatementSheet {
	/** The line whose field has the focus, or had it last. */
	line = $state<LineId | null>(null);
	/** What stopped the main action when it was last pressed. */
	problems = $state.raw<readonly Problem[]>([]);
	readonly lines: StatementLines;
	readonly cash: CashFlowCells;
	readonly adviser: FromAdviser;
	readonly copy: TheirCopy;

	readonly #parts: MoneyParts;
	readonly #open = new SvelteSet<CardId>();

	constructor(parts: MoneyParts) {
		this.#parts = parts;
		const { acts } = parts;
		this.lines = new StatementLines({
			acts,
			state: () => this.#state,
			begin: () => this.#begin()
		});
		this.copy = new TheirCopy({ contactId: () => parts.view().contactId });
		this.adviser = new FromAdviser({ acts, state: () => this.#state });
		this.cash = new CashFlowCells({
			acts,
			told: () => this.#state.cashFlow,
			before: () => this.before?.statement.cashFlow ?? null,
			usually: () => (this.#state.adviser ? 'adviser' : 'said')
		});
	}

	/** The form that the first suggestion of a plan would need; null for a company. */
	suggested = $derived.by((): Form | null => {
		const request = this.#requestOf(this.#state);
		return request && formToBegin(request);
	});

	form = $derived.by((): Form => this.#state.form ?? this.suggested ?? 'full');

	/** With what is typed in place of what was told. */
	now = $derived.by((): StatementState => {
		const begun = { begunOn: this.#parts.today(), cashFlow: this.cash.now };
		const state = { ...this.#state, ...begun, form: this.isCompany ? null : this.form };
		const typed = this.#ids.map((id) => {
			return [id, { ...this.lines.told(id), amount: this.lines.amount(id) }] as const;
		});
		return { ...state, told: { ...state.told, ...Object.fromEntries(typed) } };
	});

	statement = $derived.by(() => statementFrom(this.now));

	totals = $derived.by(() => {
		const { people } = this.#parts.view();
		if (people.kind !== 'known' || !this.statement) return null;
		return totalsOf(this.statement, people.policy.P1.value);
	});

	request = $derived.by(() => this.#requestOf(this.now));

	/** In force today; null until identity has passed. */
	guidelines = $derived.by((): Guidelines | null => {
		const { people } = this.#parts.view();
		return people.kind === 'known' ? people.guidelines : null;
	});

	over = $derived.by((): readonly OverGuideline[] =>
		this.statement && this.guidelines ? overGuidelines(this.statement, this.guidelines) : []
	);

	/** Shown in their cards, in the order they are asked. */
	cards = $derived.by((): readonly SheetCard[] => {
		const was = this.before?.statement.lines.map(({ line }) => line) ?? [];
		const filled = this.#ids.filter((id) => was.includes(id) || this.lines.row(id).text !== '');
		const { form, household } = this;
		return cardsOf({ form, household, filled, open: this.#open });
	});

	get asked(): readonly LineId[] {
		return this.cards.flatMap(({ shown }) => shown.map(({ id }) => id));
	}

	/** Which question stands there, from 1; on a page just opened the one after the last that was told. */
	get place(): number {
		if (this.line !== null) return this.asked.indexOf(this.line) + 1;
		const last = this.asked.findLastIndex((line) => line in this.#state.told);
		return last < 0 ? 0 : last + 2;
	}

	/** Of the line or the business's figure in hand; else where the statement begins. */
	get fieldInHand(): string {
		const figure = this.cash.inHand ?? (this.isCompany ? 'opening' : null);
		if (figure !== null) return FIELDS.cash(figure);
		return FIELDS.lineAmount(this.line ?? this.asked[0] ?? 'salary');
	}

	get isChecked(): boolean {
		return this.problems.length > 0;
	}

	get household(): Household | null {
		return this.#state.household;
	}

	/** The last that was kept, which this one is told beside: answers beside answers, figures beside figures. */
	get before(): StatementState['before'] {
		const { before, answeredBefore } = this.#state;
		return this.form === 'three-questions' && !this.isCompany ? answeredBefore : before;
	}

	get resumedFrom(): StatementState['resumedFrom'] {
		return this.#state.resumedFrom;
	}

	/** What is not as it was, one by one. */
	changes = $derived.by((): readonly Change[] => {
		const { before, statement } = this;
		if (!before || !statement) return [];
		const isShort = statement.form === 'three-questions';
		const now = isShort ? { ...before.statement, answers: statement.answers } : statement;
		const { answers } = isShort ? before.statement : statement;
		return changesOf({ ...before.statement, answers }, now);
	});

	get home(): Home {
		return this.#state.home ?? NOT_ASKED;
	}

	get answers(): GivenAnswers {
		const { answers } = this.#state;
		return { ...answers, change: this.#parts.acts.textOf(FIELDS.change, answers.change) };
	}

	/** A company's thirteen weeks of money in and out stand in place of a statement (policy P7). */
	get isCompany(): boolean {
		const { people } = this.#parts.view();
		return people.kind === 'known' && people.person.kind === 'organisation';
	}

	/** A sole trader has them beside the household's statement. */
	get hasBusiness(): boolean {
		return this.request?.business !== undefined || isBegun(this.#state.cashFlow);
	}

	/** Areas over their guideline with no reason yet. */
	get unwritten(): readonly GuidelineArea[] {
		return this.over.map(({ area }) => area).filter((area) => this.reason(area).trim() === '');
	}

	reason(area: GuidelineArea): string {
		const written = this.#state.reasons[area] ?? '';
		return this.#parts.acts.textOf(FIELDS.guidelineReason(area), written);
	}

	toggle(card: CardId): void {
		if (!this.#open.delete(card)) this.#open.add(card);
	}

	chooseForm(form: Form): void {
		if (this.#state.form !== form) this.#parts.acts.act({ type: 'statementFormChosen', form });
		this.line = null;
		this.problems = [];
	}

	setHousehold(household: Household): void {
		this.#begin();
		this.#parts.acts.act({ type: 'householdSet', household });
	}

	describeHome(home: Home): void {
		this.#begin();
		this.#parts.acts.act({ type: 'homeDescribed', home });
	}

	typeReason(area: GuidelineArea, text: string): void {
		this.#parts.acts.type(FIELDS.guidelineReason(area), text);
	}

	leaveReason(area: GuidelineArea): void {
		const reason = this.reason(area);
		if (reason === (this.#state.reasons[area] ?? '')) return;
		this.#parts.acts.act({ type: 'guidelineReasonWritten', area }, { reason });
	}

	answer(given: Partial<Omit<GivenAnswers, 'change'>>): void {
		this.#begin();
		const { change, ...answers } = this.answers;
		this.#parts.acts.act({ type: 'answersGiven', ...answers, ...given }, { change });
	}

	typeChange(text: string): void {
		this.#parts.acts.type(FIELDS.change, text);
	}

	leaveChange(): void {
		if (this.answers.change !== this.#state.answers.change) this.answer({});
	}

	/** False where something is still missing: it is then said at the top, and where it is missing. */
	finish(): boolean {
		this.#leaveAll();
		const refusal = this.#refusal;
		this.problems = problemsOf({
			refusal,
			form: this.form,
			unwritten: this.unwritten,
			unread: [...(this.isCompany ? [] : this.lines.unread(this.#ids)), ...this.cash.unread]
		});
		if (this.problems.length > 0) return false;
		this.#begin();
		if (this.#state.finishedAt === null) this.#parts.acts.act({ type: 'statementFinished' });
		return true;
	}

	get #refusal(): StatementRefusal | null {
		const { statement } = this;
		if (!statement) return this.isCompany ? 'no-money-in' : null;
		const { cashFlow } = statement;
		const isHalf = cashFlow !== undefined && !isWhole(cashFlow);
		return refusalOf(statement) ?? (isHalf ? 'weeks-missing' : null);
	}

	/** The main action is pressed from inside a field, too, before it was left. */
	#leaveAll(): void {
		if (this.line !== null) {
			this.lines.leave(this.line);
			this.lines.leaveNote(this.line);
		}
		for (const { area } of this.over) this.leaveReason(area);
		this.cash.leaveAll();
		this.leaveChange();
	}

	get #state(): StatementState {
		return this.#parts.view().contact.statement;
	}

	get #ids(): readonly LineId[] {
		if (this.form === 'full') return FULL_LINES.map(({ id }) => id);
		const cards = cardsOf({ form: this.form, household: null, filled: [], open: NONE });
		return cards.flatMap(({ shown }) => shown.map(({ id }) => id));
	}

	#requestOf(statement: StatementState) {
		const { contact, people } = this.#parts.view();
		const known = knownFrom(people, this.#parts.today());
		return known && requestFrom({ ...contact, statement }, known).request;
	}

	#begin(): void {
		const { form } = this;
		if (this.#state.form === null && !this.isCompany)
			this.#parts.acts.act({ type: 'statementFormChosen', form });
	}
}

const NONE: ReadonlySet<never> = new Set<never>();
