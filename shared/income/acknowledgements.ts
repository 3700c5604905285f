/**
 * What enforcement agents answer to what they were told: that a debt is recalled, or that something was paid to us. Each
 * answer names the instruction, and says of which debt it is, so that a slip of one figure confirms nothing.
 */
import { formatDay, type Day } from '../time/day.ts';

/** The columns of their file, in this order. `instruction`, `what` and `reference` are as in the file we sent them. */
export const ACKNOWLEDGED_HEADS = [
	'instruction',
	'what',
	'reference',
	'acknowledged',
	'name'
] as const;

export type Acknowledged = {
	lineNumber: number;
	instruction: number;
	what: string;
	reference: string;
	on: Day;
	/** Who of theirs answers. */
	name: string;
};

/** What we told agents, as it stands. */
export type ToldNow = {
	what: string;
	reference: string;
	state: 'to-send' | 'told' | 'confirmed' | 'withdrawn';
	toldOn: Day | null;
	toAgent: boolean;
};

export type AcknowledgedMatch =
	{ is: 'confirmed' } | { is: 'known' } | { is: 'wrong'; says: string };

export function acknowledges(
	told: ToldNow | null,
	{ what, reference, on, instruction }: Acknowledged,
	today: Day
): AcknowledgedMatch {
	const wrong = (says: string): AcknowledgedMatch => ({ is: 'wrong', says });
	if (!told?.toAgent) return wrong(`agents were never told of an instruction ${instruction}`);
	if (told.what !== what || told.reference !== reference)
		return wrong(`instruction ${instruction} is not "${what}" of ${reference}`);
	if (told.toldOn === null || told.state === 'to-send')
		return wrong(`instruction ${instruction} has not been sent yet`);
	if (on > today) return wrong(`${formatDay(on)} is still to come`);
	if (on < told.toldOn) return wrong(`they were not told before ${formatDay(told.toldOn)}`);
	return { is: told.state === 'confirmed' ? 'known' : 'confirmed' };
}
