/** What of an officer's own work stands on their page between calls: only what is due today or gone wrong. */
import type { MyWork } from '#shared/monitoring/my-work.ts';
import { sayNotYet } from '#shared/calls/backs/claim.ts';
import { queueName } from '#shared/calls/queues.ts';
import { dayInLondon, formatDayShort, timeInLondon, type Instant } from '#shared/time/day.ts';
import { sentences, untoldRows, whyUnreached, type WorkRow } from '../../monitoring/work-rows.ts';
import type { CallBack } from '../idle/lists.ts';
import { numberText } from '../words.ts';

export function callBacksToday(work: MyWork): CallBack[] {
	const today = dayInLondon(work.at);
	return callBacks(work, (dueAt) => dayInLondon(dueAt) <= today);
}

/** Promised ones first: somebody waits for this officer and for nobody else. */
export function callBacks(work: MyWork, isShown: (dueAt: Instant) => boolean): CallBack[] {
	return [...promised(work, isShown), ...left(work, isShown)];
}

function promised({ callbacks, at }: MyWork, isShown: (dueAt: Instant) => boolean): CallBack[] {
	return callbacks
		.filter(({ dueAt }) => isShown(dueAt))
		.map(({ id, dueAt, isOverdue, person, note, asked, against }) => ({
			id,
			kind: 'promised',
			time: timeText(dueAt, at),
			who: person.name,
			reference: null,
			// Their wish goes before the promise; of a safe contact no number is given.
			cannot: against ?? (person.phone === null ? whyUnreached(person) : undefined),
			why: sentences([
				isOverdue ? 'Overdue' : '',
				against === null && person.phone !== null ? numberText(person.phone) : '',
				note,
				...asked
			])
		}));
}

/** Who they may be is not told: the number is a hint, and the check comes first. */
function left({ left: leftBacks, at }: MyWork, isShown: (dueAt: Instant) => boolean): CallBack[] {
	return leftBacks
		.filter(({ dueAt }) => isShown(dueAt))
		.map(({ id, number, queue, leftAt, dueAt, hasAgreed, isMine }) => ({
			id,
			kind: 'left',
			time: dueAt <= at ? 'Now' : timeText(dueAt, at),
			who: numberText(number),
			reference: null,
			isMine,
			cannot: dueAt <= at ? undefined : sayNotYet(dueAt, at),
			why: sentences([
				`Rang ${queue === null ? 'us' : queueName(queue)} at ${timeText(leftAt, at)} and nobody took the call`,
				hasAgreed ? 'They asked to be rung back.' : 'The number is confirmed for one customer.'
			])
		}));
}

function timeText(when: Instant, at: Instant): string {
	const on = dayInLondon(when);
	return `${on === dayInLondon(at) ? '' : `${formatDayShort(on)}, `}${timeInLondon(when)}`;
}

/** A system that has not been reached; one being told for the first time is no work of anybody's. */
export function notTold(work: MyWork): WorkRow[] {
	const rows = untoldRows({
		...work,
		untold: work.untold.filter(({ isLate, tries }) => isLate || tries > 0)
	});
	return rows.map((row) => ({ ...row, goOn: { href: '/work', verb: 'Look' } }));
}
