/** What of an officer's own work stands on their page between calls: only what is due today or gone wrong. */
import type { MyWork } from '#shared/monitoring/my-work.ts';
import { dayInLondon, timeInLondon } from '#shared/time/day.ts';
import { sentences, untoldRows, type WorkRow } from '../../monitoring/work-rows.ts';
import type { CallBack } from '../idle/lists.ts';

export function callBacksToday({ callbacks, at }: MyWork): CallBack[] {
	const today = dayInLondon(at);
	return callbacks
		.filter(({ dueAt }) => dayInLondon(dueAt) <= today)
		.map(({ id, dueAt, isOverdue, person, note, asked, against }) => ({
			id,
			time: timeInLondon(dueAt),
			who: person.name,
			reference: null,
			cannot: cannotRing({ against, phone: person.phone }),
			why: sentences([isOverdue ? 'Overdue' : '', note, against ?? '', ...asked])
		}));
}

/** Their wish goes before the promise; of a safe contact no number is given, and it is rung as they asked. */
function cannotRing({ against, phone }: { against: string | null; phone: string | null }) {
	if (against !== null) return 'They asked not to be rung now';
	return phone === null ? 'No number of theirs may be rung from here' : undefined;
}

/** A system that has not been reached; one being told for the first time is no work of anybody's. */
export function notTold(work: MyWork): WorkRow[] {
	const rows = untoldRows({
		...work,
		untold: work.untold.filter(({ isLate, tries }) => isLate || tries > 0)
	});
	return rows.map((row) => ({ ...row, goOn: { href: '/work', verb: 'Look' } }));
}
