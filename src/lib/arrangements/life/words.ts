/** What a plan's own page says: its figures, the standing of each payment, and why something may not be done. */
import type { ArrangementPage, Standing } from '#shared/arrangements/life/page.ts';
import { isMovingRefusal, sayMovingRefusal } from '#shared/arrangements/life/moving-days.ts';
import type { LifeLimits } from '#shared/arrangements/life/limits.ts';
import { LIFE_REFUSALS, type ArrangementState } from '#shared/arrangements/life/states.ts';
import { METHOD_NAMES } from '#shared/arrangements/schedule.ts';
import { formatPounds } from '#shared/money/pence.ts';
import { formatDay } from '#shared/time/day.ts';
import { groupedReference } from '#shared/income/references/plan-reference.ts';
import { RHYTHM_NAMES } from '#shared/time/pay-days.ts';
import type { Tone } from '../../ui/tones.ts';

export const STATE_TONES: Record<ArrangementState, Tone> = {
	proposed: 'info',
	'awaiting-approval': 'info',
	active: 'ok',
	late: 'warn',
	broken: 'bad',
	completed: 'ok',
	cancelled: 'mute',
	superseded: 'mute'
};

export const STANDINGS: Record<Standing, { word: string; tone: Tone }> = {
	paid: { word: 'Paid', tone: 'ok' },
	kept: { word: 'Near enough', tone: 'ok' },
	late: { word: 'Not paid', tone: 'bad' },
	due: { word: 'Due today', tone: 'info' },
	'to-come': { word: 'To come', tone: 'mute' },
	'not-needed': { word: 'Not needed', tone: 'mute' }
};

export type Figure = { label: string; figure: string; note: string };

export function figuresOf(plan: ArrangementPage): Figure[] {
	const { paid, left, total, short, next, amount, rhythm, method, paymentReference } = plan;
	return [
		{
			label: 'Agreed',
			figure: formatPounds(amount),
			note: `${RHYTHM_NAMES[rhythm]}, ${METHOD_NAMES[method].toLowerCase()}`
		},
		{ label: 'Paid', figure: formatPounds(paid), note: `of ${formatPounds(total)}` },
		{ label: 'Left', figure: formatPounds(left), note: 'on the debts in it' },
		{ label: 'Late', figure: formatPounds(short), note: short > 0 ? 'due by now' : 'nothing' },
		{
			label: 'Next',
			figure: next ? formatPounds(next.amount) : 'None',
			note: next ? formatDay(next.dueOn) : ''
		},
		{ label: 'Reference', figure: groupedReference(paymentReference), note: 'of every payment' }
	];
}

const OTHERS: Readonly<Record<string, string>> = {
	...LIFE_REFUSALS,
	'not-yours': 'You cannot change this plan. Open it from its customer’s contact.',
	changed: 'Something happened to this plan meanwhile. It has been read again.',
	'not-late': 'No payment of it is missed.',
	'still-time': 'There is still time to put it right.',
	'not-looked-at': 'Say that you looked at their income and benefits.',
	held: 'A debt of it is on hold. Deal with the hold first.',
	'support-need-unreviewed': 'They have a support need. Look at it first.'
};

export function refusalText(because: string, limits: LifeLimits): string {
	if (isMovingRefusal(because)) return sayMovingRefusal(because, limits);
	return OTHERS[because] ?? 'That cannot be done.';
}
