/**
 * The desk's list of what must be put right: debts on which something was done in a moratorium, each with its steps and
 * what comes off, the dearest first. Whose debt it is stays masked, because nobody is in touch.
 */
import { maskedName, type PersonFacts } from '../../customers/person.ts';
import type { Pence } from '../../money/pence.ts';
import type { Day } from '../../time/day.ts';
import { stageWords } from '../ladder/stages.ts';
import type { Stream } from '../streams.ts';
import { toUndo, type AddedEntry, type Protection, type Reached } from './undoing.ts';

export type PutRightRecord = {
	debtId: string;
	stream: Stream;
	title: string;
	reference: string;
	person: Pick<PersonFacts, 'givenNames' | 'familyName' | 'isRestricted'>;
	history: readonly Reached[];
	holds: readonly Protection[];
	entries: readonly AddedEntry[];
};

export type PutRight = {
	debtId: string;
	title: string;
	reference: string;
	/** `G•••• P••••`. */
	name: string;
	steps: readonly { stage: string; on: Day; cost: Pence }[];
	otherCharges: Pence;
	cost: Pence;
};

/** A record that only a leader may open is on a leader's list alone. */
export function putRightList(
	records: readonly PutRightRecord[],
	{ mayOpenRestricted }: { mayOpenRestricted: boolean }
): PutRight[] {
	return records
		.filter(({ person }) => mayOpenRestricted || !person.isRestricted)
		.flatMap((record) => {
			const { debtId, stream, title, reference, person } = record;
			const found = toUndo(record.history, record);
			if (!found) return [];
			const steps = found.steps.map(({ stage, on, cost }) => ({
				stage: stageWords({ stream, stage }).name,
				on,
				cost
			}));
			const { otherCharges, cost } = found;
			return [{ debtId, title, reference, name: maskedName(person), steps, otherCharges, cost }];
		})
		.toSorted((one, other) => other.cost - one.cost);
}
