/**
 * What is looked into before all else: a stage that a source reached after it was told to stop, which wants an apology
 * and its cost taken off, what goes on collecting a debt after it was told to end, and what a source should have been told by now and has not been. Whose it is stays masked,
 * because nobody is in touch; a record that only a leader may open is on a leader's list alone.
 */
import type { CollectorKind } from '../arrangements/terms/collector.ts';
import { systemName } from '../customers/changes/told.ts';
import { CHANGE_LABELS, type ChangeKind } from '../customers/changes/kinds.ts';
import { maskedName, type PersonFacts } from '../customers/person.ts';
import { givesBack } from '../debts/moving/giving-back.ts';
import { stageWords } from '../debts/ladder/stages.ts';
import type { Stream } from '../debts/streams.ts';
import { minus, most, NO_PENCE, plus, type Pence } from '../money/pence.ts';
import { instant, type Day, type Instant } from '../time/day.ts';
import type { InstructionKind } from './instruct.ts';

type Whose = { person: Pick<PersonFacts, 'givenNames' | 'familyName' | 'isRestricted'> };

export type LateRecord = Whose & {
	instructionId: number;
	source: string;
	what: InstructionKind;
	change: ChangeKind | null;
	/** The debt's; null of a change. */
	title: string | null;
	reference: string | null;
	sendBy: Instant;
	tries: number;
};

export type MovedRecord = Whose & {
	stageChangeId: string;
	debtId: string;
	customerId: string;
	stream: Stream;
	title: string;
	reference: string;
	source: string;
	toldAt: Instant;
	/** Where it stood before; null where that is not known. */
	from: string | null;
	stage: string;
	on: Day;
	/** What the stage itself says it cost, what was added to the debt that day, and taken off again since. */
	stageCost: Pence;
	added: Pence;
	takenOff: Pence;
};

/** What went on collecting after its end was told: by the last extract, or a payment that came by it since. */
export type StillRecord = Whose & {
	instructionId: number;
	debtId: string;
	customerId: string;
	title: string;
	reference: string;
	source: string;
	by: CollectorKind;
	toldAt: Instant;
	on: Day;
	taken: Pence;
};

export type Urgent = {
	/** `late 12`, `still 12`, `moved` and the stage's id: by this it is looked into. */
	subject: string;
	title: string;
	reference: string | null;
	name: string;
	system: string;
} & (
	| { kind: 'moved'; debtId: string; stage: string; on: Day; toldAt: Instant; cost: Pence }
	| { kind: 'still'; debtId: string; by: CollectorKind; on: Day; toldAt: Instant; taken: Pence }
	| { kind: 'late'; what: InstructionKind; sendBy: Instant; tries: number }
);

export type UrgentRecords = {
	late: readonly LateRecord[];
	moved: readonly MovedRecord[];
	still: readonly StillRecord[];
};

/** What moved on first, the dearest at the top; then what still collects, and what is late, the longest first. */
export function urgentList(
	{ late, moved, still }: UrgentRecords,
	{ mayOpenRestricted }: { mayOpenRestricted: boolean }
): Urgent[] {
	const mayShow = ({ person }: Whose) => mayOpenRestricted || !person.isRestricted;
	const movedOn = moved
		.filter(mayShow)
		.filter(({ from, stage }) => from === null || !givesBack({ value: { from, to: stage } }))
		.toSorted((one, other) => costOf(other) - costOf(one) || one.on.localeCompare(other.on))
		.map((one): Urgent => ({
			kind: 'moved',
			subject: `moved ${one.stageChangeId}`,
			title: one.title,
			reference: one.reference,
			name: maskedName(one.person),
			system: systemName(one.source),
			debtId: one.debtId,
			stage: stageWords(one).name,
			on: one.on,
			toldAt: instant(one.toldAt),
			cost: costOf(one)
		}));
	const goesOn = still.filter(mayShow).map((one): Urgent => ({
		kind: 'still',
		subject: `still ${one.instructionId}`,
		title: one.title,
		reference: one.reference,
		name: maskedName(one.person),
		system: systemName(one.source),
		debtId: one.debtId,
		by: one.by,
		on: one.on,
		toldAt: instant(one.toldAt),
		taken: one.taken
	}));
	const tooLate = late
		.filter(mayShow)
		.toSorted((one, other) => instant(one.sendBy).localeCompare(instant(other.sendBy)))
		.map((one): Urgent => ({
			kind: 'late',
			subject: `late ${one.instructionId}`,
			title: one.title ?? CHANGE_LABELS[one.change ?? 'address'],
			reference: one.reference,
			name: maskedName(one.person),
			system: systemName(one.source),
			what: one.what,
			sendBy: instant(one.sendBy),
			tries: one.tries
		}));
	return [...movedOn, ...goesOn, ...tooLate];
}

/** What it added and nobody has taken off. */
function costOf({ stageCost, added, takenOff }: MovedRecord): Pence {
	return most(NO_PENCE, minus(most(stageCost, added), takenOff));
}

export function totalCost(urgent: readonly Urgent[]): Pence {
	return plus(...urgent.flatMap((one) => (one.kind === 'moved' ? [one.cost] : [])));
}
