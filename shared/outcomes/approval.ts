/**
 * What is asked of a team leader when something is above an officer's own authority, and when an answer covers what is
 * committed. Silence is never a yes (policy A1), the one who asks never answers, and a changed figure is asked again.
 */
import type { Plan } from '../arrangements/plan.ts';
import { RHYTHM_NAMES } from '../time/pay-days.ts';
import { formatDay, instant, type Instant } from '../time/day.ts';
import { formatPounds } from '../money/pence.ts';
import type { AgreeingRole } from '../law/policy-rows.ts';
import type { Role } from '../officers/roles.ts';
import { isWithin, highestRole } from './decide.ts';
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

/** One thing that needs the leader: its figures in words, and why it is not the officer's to decide. */
export type Need = {
	id: string;
	role: AgreeingRole;
	figures: readonly { label: string; value: string }[];
	why: readonly string[];
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
		.map(({ id, role }) => {
			if (id === ARRANGEMENT && input.planned?.ok) return planNeed(input.planned.plan);
			const text = readBack.lines.find((line) => line.id === id)?.text ?? '';
			return { id, role, figures: [{ label: 'Outcome', value: text }], why: [] };
		});
}

export function roleFor(needs: readonly Need[]): AgreeingRole {
	return highestRole(needs.map(({ role }) => role));
}

/** Every need was asked in these very figures, and answered yes. */
export function covers(
	approval: Pick<Approval, 'state' | 'needs'> | null,
	needs: readonly Need[]
): boolean {
	if (approval?.state !== 'granted') return needs.length === 0;
	const asked = new Set(approval.needs.map((need) => JSON.stringify(need)));
	return needs.every((need) => asked.has(JSON.stringify(need)));
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

function planNeed({ offer, payments, total, role, reasons, debts, clearOn }: Plan): Need {
	const last = payments.at(-1);
	return {
		id: ARRANGEMENT,
		role,
		figures: [
			{ label: 'Plan', value: `${formatPounds(offer.amount)} ${RHYTHM_NAMES[offer.rhythm]}` },
			{ label: 'Length', value: `${payments.length} payments` },
			{ label: 'First payment', value: formatDay(offer.firstOn) },
			{
				label: 'Last payment',
				value: last ? `${formatPounds(last.amount)} on ${formatDay(last.takenOn)}` : ''
			},
			{ label: 'Total', value: formatPounds(total) },
			...debts.map(({ title, owed }, index) => ({
				label: title,
				value: `${formatPounds(owed)}, clear on ${formatDay(clearOn[index] ?? offer.firstOn)}`
			}))
		],
		why: reasons.map((reason) => {
			switch (reason.kind) {
				case 'not-theirs':
					return `${reason.titles.join(' and ')} is not an officer’s to agree.`;
				case 'longer':
					return `${reason.titles.join(' and ')} would be clear after ${formatDay(reason.by)}.`;
				case 'above-usable':
					return `It is above what is usable. ${reason.words}`;
			}
		})
	};
}
