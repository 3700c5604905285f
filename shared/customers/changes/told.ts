/**
 * Changes that were told and that no extract has confirmed, as the customer's own view shows them: beside what the
 * source has, each with who said so, who recorded it and which systems have been told. It can be undone while none has.
 */
import { formatDay, instant, type Day, type Instant } from '../../time/day.ts';
import { CHANGE_LABELS, type ChangeKind, type ChangeValues } from './kinds.ts';
import type { Evidence } from './read.ts';
import { sayBeside, sayValues } from './say.ts';

export type ToldSystem = {
	source: string;
	state: 'to-send' | 'told' | 'confirmed';
	/** It is in a file already. */
	isInFile: boolean;
	toldAt: Instant | null;
};

/** As the database has it. */
export type ToldRecord = {
	changeId: string;
	kind: ChangeKind;
	on: Day | null;
	at: Instant;
	before: ChangeValues;
	after: ChangeValues;
	/** Empty for the customer themselves. */
	saidBy: string;
	evidence: Evidence;
	seen: string;
	/** Who recorded it. */
	by: string;
	systems: readonly ToldSystem[];
};

export type ToldView = {
	changeId: string;
	kind: ChangeKind;
	label: string;
	now: string;
	/** What else was said of it. */
	beside: string;
	/** What the source has; empty where it has nothing. */
	before: string;
	on: Day | null;
	at: Instant;
	saidBy: string;
	evidence: string;
	by: string;
	systems: readonly { name: string; state: ToldSystem['state']; toldAt: Instant | null }[];
	isUndoable: boolean;
};

const SYSTEMS: Readonly<Record<string, string>> = {
	revenues: 'Council Tax and rates',
	benefits: 'Benefits',
	invoicing: 'Invoices and care',
	housing: 'Housing',
	parking: 'Parking'
};

export function systemName(source: string): string {
	return SYSTEMS[source] ?? source;
}

/** Only these are told of it; null for every system that has a record of the customer. */
export const TOLD_TO: Readonly<Record<ChangeKind, readonly string[] | null>> = {
	address: null,
	name: null,
	phone: null,
	email: null,
	household: ['revenues', 'benefits'],
	bank: ['revenues', 'invoicing', 'housing'],
	death: null,
	/** Of these, those that have it. */
	'wrong-number': null
};

export function toldView(record: ToldRecord): ToldView {
	const { changeId, kind, on, before, after, saidBy, by, systems } = record;
	return {
		changeId,
		kind,
		label: CHANGE_LABELS[kind],
		now: kind === 'death' && on !== null ? `Died ${formatDay(on)}` : sayValues(kind, after),
		beside: sayBeside(kind, after),
		before: sayValues(kind, before),
		on,
		at: instant(record.at),
		saidBy,
		evidence: sayEvidence(record),
		by,
		systems: systems.map(({ source, state, toldAt }) => ({
			name: systemName(source),
			state,
			toldAt: toldAt && instant(toldAt)
		})),
		isUndoable: systems.every(({ isInFile }) => !isInFile)
	};
}

function sayEvidence({ evidence, seen }: Pick<ToldRecord, 'evidence' | 'seen'>): string {
	if (evidence === 'none') return '';
	return evidence === 'seen' ? `seen: ${seen}` : `to come: ${seen}`;
}
