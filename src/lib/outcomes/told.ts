/** How far each source system has been told, in words that promise nothing an extract has not shown. */
import type { InstructionKind, InstructionState } from '#shared/outcomes/instruct.ts';
import { formatDay, dayInLondon, timeInLondon, type Day, type Instant } from '#shared/time/day.ts';

export type Told = {
	title: string;
	kind: InstructionKind;
	state: InstructionState;
	sendBy: Instant;
	toldAt: Instant | null;
	/** The day of the extract that shows it. */
	confirmedOn: Day | null;
	tries: number;
	/** The agents who have it, and not its source. */
	toAgent: boolean;
};

export function sayTold(told: Told): string {
	const { title: debt, kind, state, sendBy, toldAt, confirmedOn, tries, toAgent } = told;
	const title = toAgent ? `${debt}, the agents` : kind === 'end' ? `${debt}, its collection` : debt;
	if (state === 'confirmed') {
		const extract = confirmedOn ? `its extract of ${formatDay(confirmedOn)}` : 'its own records';
		return `${title}: confirmed by ${toAgent ? 'them' : extract}.`;
	}
	if (state === 'told' && toldAt !== null)
		return `${title}: told at ${timeInLondon(toldAt)}, not confirmed yet.`;
	const by = `${timeInLondon(sendBy)} on ${formatDay(dayInLondon(sendBy))}`;
	return tries === 0
		? `${title}: being told now.`
		: `${title}: did not answer, trying again. It must know by ${by}.`;
}
