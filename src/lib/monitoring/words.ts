/** How the board says what wants attention. Names officers and queues, never a customer. */
import { helpText } from '../contacts/call/help-words.ts';
import { queueName } from '#shared/calls/queues.ts';
import type { ComingRefusal } from '#shared/contacts/state/help-state.ts';
import type { Alert } from '#shared/monitoring/alerts.ts';
import type { BoardApproval } from '#shared/monitoring/board.ts';
import type { LeftCounts } from '#shared/monitoring/team-state.ts';
import type { OutcomeKind } from '#shared/outcomes/outcome.ts';

export type AlertWords = { tag: string; who: string; what: string; aloud: string };

export function alertWords(alert: Alert): AlertWords {
	if (alert.kind === 'help') {
		const { officerName, help } = alert;
		const what = helpText(help.reason);
		return { tag: 'Help', who: officerName, what, aloud: `${what}. ${officerName}.` };
	}
	if (alert.kind === 'hold') {
		const { officerName } = alert;
		const aloud = `${officerName} has had a caller on hold for over 3 minutes.`;
		return { tag: 'Hold', who: officerName, what: 'on hold', aloud };
	}
	if (alert.kind === 'paused') {
		const { officerName } = alert;
		const aloud = `The recording of ${officerName}’s call has been paused for over 3 minutes.`;
		return { tag: 'Paused', who: officerName, what: 'recording paused', aloud };
	}
	const who = alert.queue ? queueName(alert.queue) : 'No queue';
	const aloud = `A caller has waited over 3 minutes, ${who}.`;
	return { tag: 'Wait', who, what: 'waiting', aloud };
}

/** Why a leader's coming was not taken. */
export const COMING_REFUSALS: Record<ComingRefusal, string> = {
	'not-asked': 'It is over: nobody asks there any more.',
	'own-request': 'Yours: somebody else comes.',
	'somebody-comes': 'Somebody else is coming already.'
};

/** What the chart of the day shows, in a sentence. */
export function hoursAloud(today: { calls: number; taken: number; abandoned: number }): string {
	const calls = today.calls === 1 ? '1 call' : `${today.calls} calls`;
	return `${calls}, ${today.taken} taken, ${today.abandoned} gave up`;
}

/** `Nobody took 4: 1 to ring back, 2 spoken to since, 1 only counted.` Null where everybody was taken. */
export function leftAloud({ counted, toRing, spokenTo, missed }: LeftCounts): string | null {
	const parts = [
		toRing > 0 ? `${toRing} to ring back` : '',
		spokenTo > 0 ? `${spokenTo} spoken to since` : '',
		missed > 0 ? `${missed} not reached` : '',
		counted > 0 ? `${counted} only counted` : ''
	].filter(Boolean);
	if (parts.length === 0) return null;
	return `Nobody took ${counted + toRing + spokenTo + missed}: ${parts.join(', ')}.`;
}

export const OUTCOME_NAMES: Record<OutcomeKind, string> = {
	arrangement: 'Arrangement',
	claim: 'Take-up claim',
	'no-surplus': 'No surplus, helped',
	promise: 'Promise to pay',
	payment: 'Payment',
	hold: 'Hold',
	recall: 'Back from agents',
	callback: 'Call back',
	letter: 'Letter',
	'nothing-agreed': 'Nothing agreed'
};

/** The contact something is asked in, which is nobody's name: `Phone, Council Tax arrears`. */
export function contactText({ channel, queue }: Pick<BoardApproval, 'channel' | 'queue'>): string {
	if (channel === 'desk') return 'At the desk';
	if (channel === 'writing') return 'In writing';
	return queue ? `Phone, ${queueName(queue)}` : 'Phone';
}

export function approvalAloud({ officer, asks }: Pick<BoardApproval, 'officer' | 'asks'>): string {
	return `${officer.name} asks for approval: ${asks.map(({ what }) => what).join('. ')}.`;
}
