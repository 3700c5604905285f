/** How far each source system has been told, in words that promise nothing an extract has not shown. */
import type { InstructionKind, InstructionState } from '#shared/outcomes/instruct.ts';
import { formatDay, dayInLondon, timeInLondon, type Instant } from '#shared/time/day.ts';

export type Told = {
	title: string;
	kind: InstructionKind;
	state: InstructionState;
	sendBy: Instant;
	toldAt: Instant | null;
	tries: number;
	/** The agents who have it, and not its source. */
	toAgent: boolean;
};

export function sayTold({ title: debt, state, sendBy, toldAt, tries, toAgent }: Told): string {
	const title = toAgent ? `${debt}, the agents` : debt;
	if (state === 'confirmed')
		return `${title}: confirmed by ${toAgent ? 'them' : 'its own records'}.`;
	if (state === 'told' && toldAt !== null)
		return `${title}: told at ${timeInLondon(toldAt)}, not confirmed yet.`;
	const by = `${timeInLondon(sendBy)} on ${formatDay(dayInLondon(sendBy))}`;
	return tries === 0
		? `${title}: being told now.`
		: `${title}: did not answer, trying again. It must know by ${by}.`;
}
