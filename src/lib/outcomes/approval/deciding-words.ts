/** How it reads to a leader that something is not theirs to answer now: a plain sentence each, and what to do. */
import type { Officer } from '#shared/officers/roles.ts';
import {
	isOpen,
	mayAnswer,
	type AnswerRefusal,
	type DecisionRefusal
} from '#shared/outcomes/approval.ts';
import type { ApprovalNotice } from '#shared/outcomes/approval-view.ts';
import { timeInLondon } from '#shared/time/day.ts';

export type Ending = {
	tone: 'ok' | 'warn' | 'bad' | 'info';
	title: string;
	text: string;
};

export const REFUSALS: Record<AnswerRefusal, string> = {
	'own-request': 'You asked for this yourself. Somebody else answers it.',
	'not-yours-to-decide': 'This is above a team leader’s limit. A manager answers it.',
	'not-open': 'It was over before your answer came. Nothing you pressed counts.',
	'not-opened-by-you': 'Somebody else has it open.',
	'no-such-approval': 'There is no such request in your team.',
	'not-opened': 'Open it again before you answer.',
	'no-reason': 'Write why not.',
	'figures-changed': 'The figures have changed since it was asked, so it was not approved.'
};

/** Null while it is theirs to answer. `now` in milliseconds, by the server's clock. */
export function endingOf(
	notice: ApprovalNotice,
	{ me, now }: { me: Pick<Officer, 'id' | 'role'>; now: number }
): Ending | null {
	if (!isOpen(notice)) return OVER[notice.state](notice, me.id);
	if (Date.parse(notice.expiresAt) <= now) return OVER['timed-out'](notice, me.id);
	const { officer, leader } = notice;
	const asked = { ...notice, officerId: officer.id, leaderId: leader?.id ?? null };
	const because = mayAnswer(asked, me);
	return because && NOT_THEIRS[because](notice, me.id);
}

type Words = (notice: ApprovalNotice, me: string) => Ending;

const firstNameOf = ({ name }: { name: string }) => name.split(' ')[0] ?? name;

const whoAnswered = ({ leader, decidedAt, askedAt }: ApprovalNotice, me: string) => ({
	who: leader?.id === me ? 'You' : (leader?.name ?? 'Somebody else'),
	at: timeInLondon(decidedAt ?? askedAt)
});

const timedOut: Words = ({ officer }) => ({
	tone: 'warn',
	title: 'Nobody answered in time',
	text: `It is not approved. ${firstNameOf(officer)} may ask again, or offer a call back.`
});

const OVER: Record<ApprovalNotice['state'], Words> = {
	granted: (notice, me) => {
		const { who, at } = whoAnswered(notice, me);
		const text = `${firstNameOf(notice.officer)} can go on with it.`;
		return { tone: 'ok', title: `${who} approved it at ${at}`, text };
	},
	refused: (notice, me) => {
		const { who, at } = whoAnswered(notice, me);
		const text = `${firstNameOf(notice.officer)} has the reason.`;
		return { tone: 'bad', title: `${who} refused it at ${at}`, text };
	},
	withdrawn: ({ officer }) => ({
		tone: 'info',
		title: `${officer.name} took the request back`,
		text: 'There is nothing to answer any more.'
	}),
	'timed-out': timedOut,
	waiting: timedOut,
	opened: timedOut
};

const NOT_THEIRS: Record<DecisionRefusal, Words> = {
	'own-request': () => ({
		tone: 'info',
		title: 'You asked for this yourself',
		text: 'Somebody else answers it.'
	}),
	'not-yours-to-decide': () => ({
		tone: 'info',
		title: 'A manager answers this',
		text: 'It is above a team leader’s limit.'
	}),
	'not-open': timedOut,
	'not-opened-by-you': ({ leader, officer }) => ({
		tone: 'info',
		title: `${leader?.name ?? 'Somebody else'} has it open`,
		text: `If they do not answer in time, ${firstNameOf(officer)} may ask again.`
	})
};
