/**
 * What is asked of a team leader when something is above an officer's own authority, and when an answer covers what is
 * committed. Silence is never a yes (policy A1), the one who asks never answers, and a changed figure is asked again.
 */
import type { Plan } from '../arrangements/plan.ts';
import type { AuthorityReason } from '../arrangements/said/reasons.ts';
import { sayTitles } from '../arrangements/said/refusals.ts';
import { RHYTHM_NAMES } from '../time/pay-days.ts';
import { formatDay, instant, type Instant } from '../time/day.ts';
import { formatPounds } from '../money/pence.ts';
import type { AgreeingRole } from '../law/policy-rows.ts';
import type { Role } from '../officers/roles.ts';
import { isWithin, highestRole } from './decide.ts';
import { dispositionOf } from './disposition.ts';
import { ARRANGEMENT, type ReadBack, type ReadBackInput } from './read-back.ts';

export const APPROVAL_STATES = [
	'waiting',
	'opened',
	'granted',
	'refused',
	'timed-out',
	'withdrawn'
] as const;

export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** For a list that others may read from across a room: sums, and nothing that names anybody or an account. */
export type InShort = { what: string; why: string };

/** One thing that needs the leader: its figures in words, and why it is not the officer's to decide. */
export type Need = {
	id: string;
	role: AgreeingRole;
	short: InShort;
	figures: readonly { label: string; value: string }[];
	why: readonly string[];
	/** The rules it is decided by; not known of what was asked before they were kept. */
	cites?: readonly string[];
};

export type Approval = {
	approvalId: string;
	state: ApprovalState;
	role: AgreeingRole;
	needs: readonly Need[];
	askedAt: Instant;
	/** When it lapses. */
	expiresAt: Instant;
	openedAt: Instant | null;
	decidedAt: Instant | null;
	/** Who has it open or decided it. */
	leader: { id: string; name: string } | null;
	/** Said aloud to the customer, and printed on the agreement. */
	conditions: readonly string[];
	/** Why it was refused. */
	reason: string;
};

/** What of this is above a role's own authority. */
export function needsOf(
	readBack: Extract<ReadBack, { ok: true }>,
	{ own, input }: { own: AgreeingRole; input: ReadBackInput }
): Need[] {
	return readBack.weighed
		.filter(({ role }) => !isWithin(role, own))
		.map(({ id, role, cites }) => {
			if (id === ARRANGEMENT && input.planned?.ok)
				return { ...planNeed(input.planned.plan), cites };
			const text = readBack.lines.find((line) => line.id === id)?.text ?? '';
			const outcome = input.staged.find((one) => one.id === id);
			const short = {
				what: outcome ? dispositionOf(outcome) : 'End what is already taken',
				why: ABOVE[own]
			};
			return { id, role, short, figures: [{ label: 'Outcome', value: text }], why: [], cites };
		});
}

const ABOVE: Record<AgreeingRole, string> = {
	officer: 'Above an officer’s limit',
	leader: 'Above a team leader’s limit',
	manager: 'Above a manager’s limit'
};

export function roleFor(needs: readonly Need[]): AgreeingRole {
	return highestRole(needs.map(({ role }) => role));
}

/** Every need was asked in these very figures, and answered yes. */
export function covers(
	approval: Pick<Approval, 'state' | 'needs'> | null,
	needs: readonly Need[]
): boolean {
	if (approval?.state !== 'granted') return needs.length === 0;
	const asked = new Set(approval.needs.map(figuresOf));
	return needs.every((need) => asked.has(figuresOf(need)));
}

/** What is asked is, figure by figure, what would be agreed now. */
export function isAsAsked(asked: readonly Need[], now: readonly Need[]): boolean {
	return asked.map(figuresOf).join() === now.map(figuresOf).join();
}

/** To compare: a database keeps an object's fields in an order of its own. */
function figuresOf({ id, role, figures, why }: Need): string {
	return JSON.stringify([id, role, figures.map(({ label, value }) => [label, value]), why]);
}

export function isOpen({ state }: Pick<Approval, 'state'>): boolean {
	return state === 'waiting' || state === 'opened';
}

export function lapsesAt(askedAt: Instant, { minutes }: { minutes: number }): Instant {
	return instant(new Date(Date.parse(askedAt) + minutes * 60_000));
}

/** An administrator agrees nothing. */
export function agreeingRoleOf(role: Role): AgreeingRole | null {
	return role === 'administrator' ? null : role;
}

export type DecisionRefusal =
	'own-request' | 'not-yours-to-decide' | 'not-open' | 'not-opened-by-you';

/** Why an answer was not taken. */
export type AnswerRefusal =
	DecisionRefusal | 'no-such-approval' | 'not-opened' | 'no-reason' | 'figures-changed';

/** Whether this person may answer it now. It is opened first: it is never granted from a list. */
export function mayAnswer(
	asked: { state: ApprovalState; officerId: string; role: AgreeingRole; leaderId: string | null },
	person: { id: string; role: Role }
): DecisionRefusal | null {
	if (asked.officerId === person.id) return 'own-request';
	const own = agreeingRoleOf(person.role);
	if (own === null || !isWithin(asked.role, own)) return 'not-yours-to-decide';
	if (asked.state !== 'waiting' && asked.state !== 'opened') return 'not-open';
	return asked.leaderId === null || asked.leaderId === person.id ? null : 'not-opened-by-you';
}

const WHY_IN_SHORT: Record<AuthorityReason['kind'], string> = {
	'not-theirs': 'Not an officer’s to agree',
	longer: 'Longer than an officer may agree',
	'outside-policy': 'Longer than policy lets anybody agree',
	'above-usable': 'Above what is usable',
	again: 'Agreed again after others ended unpaid'
};

function planNeed({ offer, payments, total, role, reasons, debts, clearOn }: Plan): Need {
	const last = payments.at(-1);
	const each = `${formatPounds(offer.amount)} ${RHYTHM_NAMES[offer.rhythm]}`;
	return {
		id: ARRANGEMENT,
		role,
		short: {
			what: `${each}, ${payments.length} payments, ${formatPounds(total)}`,
			why: [...new Set(reasons.map(({ kind }) => WHY_IN_SHORT[kind]))].join(', ')
		},
		figures: [
			{ label: 'Plan', value: each },
			{ label: 'Length', value: `${payments.length} payments` },
			{ label: 'Total', value: formatPounds(total) },
			{ label: 'First payment', value: formatDay(offer.firstOn) },
			{
				label: 'Last payment',
				value: last ? `${formatPounds(last.amount)} on ${formatDay(last.takenOn)}` : ''
			},
			...debts.map(({ title, owed }, index) => ({
				label: title,
				value: `${formatPounds(owed)}, clear on ${formatDay(clearOn[index] ?? offer.firstOn)}`
			}))
		],
		why: reasons.map((reason) => {
			switch (reason.kind) {
				case 'not-theirs':
					return `${sayTitles(reason.titles)} is not an officer’s to agree.`;
				case 'longer':
					return `${sayTitles(reason.titles)} would be clear after ${formatDay(reason.by)}.`;
				case 'outside-policy':
					return `It is outside policy: ${sayTitles(reason.titles)} would be clear after ${formatDay(reason.by)}. ${reason.words}`;
				case 'above-usable':
					return `It is above what is usable. ${reason.words}`;
				case 'again':
					return `Of their plans ${reason.times} ended unpaid lately.`;
			}
		})
	};
}
