/** How the board says what wants attention. Names officers and queues, never a customer. */
import { queueName } from '#shared/calls/queues.ts';
import type { Alert } from '#shared/monitoring/alerts.ts';

export type AlertWords = { tag: string; who: string; what: string; aloud: string };

export function alertWords(alert: Alert): AlertWords {
	if (alert.kind === 'hold') {
		const { officerName } = alert;
		const aloud = `${officerName} has had a caller on hold for over 3 minutes.`;
		return { tag: 'Hold', who: officerName, what: 'on hold', aloud };
	}
	const who = alert.queue ? queueName(alert.queue) : 'No queue';
	const aloud = `A caller has waited over 3 minutes, ${who}.`;
	return { tag: 'Wait', who, what: 'waiting', aloud };
}

/** What the chart of the day shows, in a sentence. */
export function hoursAloud(today: { calls: number; taken: number; abandoned: number }): string {
	const calls = today.calls === 1 ? '1 call' : `${today.calls} calls`;
	return `${calls} today: ${today.taken} taken, ${today.abandoned} gave up waiting`;
}
