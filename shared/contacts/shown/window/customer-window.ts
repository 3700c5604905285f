/**
 * What a customer at the desk sees in a window of their own: made from what their officer's screen shows them, so that
 * it can never be more, and field by field, so that nothing new leaves by being added. Nothing of a person before
 * identity, on any channel but the desk, or once the conversation has ended. Nobody's support needs, notes or contact
 * details are in it, and why a debt is paused is said by a person.
 */
import { totalsOf } from '../../../affordability/totals.ts';
import type { Plan } from '../../../arrangements/plan.ts';
import { readBack as agreementLines, type ReadBackLine } from '../../../arrangements/read-back.ts';
import { nationalNumber } from '../../../customers/wishes/wish.ts';
import { minus, type Pence } from '../../../money/pence.ts';
import { readBack, type ReadBackInput } from '../../../outcomes/read-back.ts';
import { dayInLondon } from '../../../time/day.ts';
import { agreeingFrom } from '../../agreeing.ts';
import { knownFrom, requestFrom, type Known } from '../../plan-request.ts';
import { standingOf, type Contact } from '../../state/fold.ts';
import { statementFrom } from '../../state/statement-state.ts';
import type { ContactView, DebtsView } from '../view.ts';
import type {
	WindowBudget,
	WindowDebts,
	WindowPart,
	WindowPlan,
	WindowShown
} from './window-view.ts';

export function customerWindow(view: ContactView, officerId: string): WindowShown {
	const { contact, people, at } = view;
	const isThere = contact.channel === 'desk' && standingOf(contact, officerId) === 'on-call';
	if (!isThere) return { kind: 'blank' };
	const known = knownFrom(people, dayInLondon(at));
	if (people.kind !== 'known' || !known) return { kind: 'nobody' };
	const { committed } = contact.outcomes;
	const input = agreeingFrom(contact, known);
	const all = committed === null ? linesOf(input) : committed.lines;
	const said = all.map((line) => lineOf(line, contact));
	const plan = committed === null ? planOf(input) : null;
	const budget = budgetOf(contact, known);
	const reached = { contact, plan, budget, said };
	return {
		kind: 'theirs',
		part: partOf(reached),
		debts: debtsOf(people.debts),
		budget,
		plan,
		lines: isReadBackReached(contact) ? said : []
	};
}

function partOf(reached: {
	contact: Contact;
	plan: WindowPlan | null;
	budget: WindowBudget | null;
	said: readonly ReadBackLine[];
}): WindowPart {
	const { contact, plan, budget, said } = reached;
	if (contact.outcomes.committed !== null) return 'agreed';
	if (isReadBackReached(contact) && said.length > 0) return 'read-back';
	if (PLANNING.has(contact.step) && plan) return 'plan';
	return BUDGETING.has(contact.step) && budget ? 'budget' : 'debts';
}

const READING = ['read-back', 'payment', 'wrap-up'];
const PLANNING: ReadonlySet<string> = new Set(['plan', 'approval', ...READING]);
const BUDGETING: ReadonlySet<string> = new Set(['affordability', ...PLANNING]);

function isReadBackReached({ step, outcomes }: Contact): boolean {
	return outcomes.committed !== null || READING.includes(step);
}

function debtsOf({ debts, total }: DebtsView): WindowDebts {
	return {
		debts: debts.map(({ title, sums, holds }) => ({
			name: title,
			owed: sums.balance,
			overdue: sums.overdue,
			isPaused: holds.length > 0
		})),
		owed: total.balance,
		overdue: total.overdue
	};
}

/** Null until it says what is left. */
function budgetOf(contact: Contact, known: Known): WindowBudget | null {
	const statement = statementFrom(contact.statement);
	const { means } = requestFrom(contact, known);
	if (!statement || !means) return null;
	if (statement.form === 'cash-flow' || statement.cashFlow)
		return { parts: null, left: means.left };
	const { income, fixed, flexible, savings } = totalsOf(statement, known.policy.P1.value);
	const spent = [fixed, flexible, savings, means.left];
	const others = spent.reduce((rest: Pence, part) => minus(rest, part), income);
	return {
		parts: { moneyIn: income, bills: fixed, everyday: flexible, saved: savings, others },
		left: means.left
	};
}

function linesOf(input: ReadBackInput): readonly ReadBackLine[] {
	const said = readBack(input);
	return said.ok ? said.lines : [];
}

/** Whoever stands behind them may read it too: the number that we ring back is said, and not shown. */
function lineOf({ id, text }: ReadBackLine, { outcomes }: Contact): ReadBackLine {
	const numbers = outcomes.staged.flatMap(({ outcome }) =>
		outcome.kind === 'callback' && outcome.number ? [outcome.number] : []
	);
	const shown = numbers.reduce((rest, one) => rest.replaceAll(nationalNumber(one), '••••'), text);
	return { id, text: shown };
}

function planOf({ planned, policy }: ReadBackInput): WindowPlan | null {
	if (!planned?.ok) return null;
	const { plan } = planned;
	const [first] = plan.payments;
	const last = plan.payments.at(-1);
	if (!first || !last) return null;
	const lines = agreementLines({ ...planned, policy, paymentReference: null });
	return {
		amount: plan.payments.length === 1 ? first.amount : plan.offer.amount,
		rhythm: plan.offer.rhythm,
		firstOn: first.takenOn,
		count: plan.payments.length,
		last: { amount: last.amount, on: last.takenOn },
		total: plan.total,
		debts: coveredBy(plan),
		nextBill: lines.find(({ id }) => id === 'next-bill')?.text ?? null,
		then: lines.filter(({ id }) => FOLLOWS.test(id)).map(({ id, text }) => ({ id, text }))
	};
}

/** Of what is read back, as much as is read at a glance: what is not in the plan is among what is read out. */
const FOLLOWS = /^(?:(?:replaces|ends|keeps|stops)-|miss$)/;

function coveredBy({ debts, clearOn }: Plan): WindowPlan['debts'] {
	return debts.map(({ title, owed }, index) => ({
		name: title,
		owed,
		clearOn: clearOn[index] ?? null
	}));
}
