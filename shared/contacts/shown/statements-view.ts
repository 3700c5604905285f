/**
 * A customer's statements as they were kept, for whoever has them in front of them and only once identity has passed: a
 * line of each version, and one opened to be read, with what is not as it was on the one before. What somebody earns and
 * spends is theirs: whoever speaks for them has none of it (decision 17). Made field by field.
 */
import { changesOf, type Change } from '../../affordability/compared.ts';
import type { Statement, StatementForm } from '../../affordability/statement.ts';
import type { Pence } from '../../money/pence.ts';
import { dayInLondon, type Day, type Instant } from '../../time/day.ts';
import type { Channel } from '../log/channel.ts';

/** What the database gathers of one version. */
export type VersionRecord = {
	version: number;
	reviewOn: Day;
	/** Null for three questions, which say that it is affordable and not how much is. */
	left: Pence | null;
	usable: Pence | null;
	at: Instant;
	channel: Channel;
	/** Who took it down; null where nobody did. */
	officer: string | null;
	statement: Statement;
};

export type VersionLine = {
	version: number;
	form: StatementForm;
	madeOn: Day;
	keptOn: Day;
	channel: Channel;
	officer: string | null;
	/** Who drew it up for them: `Dana Frost, Harbour Debt Advice`. */
	adviser: string | null;
	left: Pence | null;
	usable: Pence | null;
	reviewOn: Day;
	/** The latest, and its day to be looked at again has come. */
	isDue: boolean;
};

export type VersionOpened = VersionLine & {
	statement: Statement;
	/** Beside the version before; null where it is the first. */
	before: { version: number; changes: readonly Change[]; left: Pence | null } | null;
};

/** The latest first. */
export function versionLines(records: readonly VersionRecord[], today: Day): VersionLine[] {
	const latest = Math.max(...records.map(({ version }) => version));
	return records
		.toSorted((one, other) => other.version - one.version)
		.map((record) => lineOf(record, { isLatest: record.version === latest, today }));
}

/** Null where there is no such version. */
export function versionOpened(
	records: readonly VersionRecord[],
	{ version, today }: { version: number; today: Day }
): VersionOpened | null {
	const record = records.find((one) => one.version === version);
	const line = versionLines(records, today).find((one) => one.version === version);
	if (!record || !line) return null;
	const before = records.find((one) => one.version === version - 1);
	return {
		...line,
		statement: record.statement,
		before: before
			? {
					version: before.version,
					changes: changesOf(before.statement, record.statement),
					left: before.left
				}
			: null
	};
}

function lineOf(
	record: VersionRecord,
	{ isLatest, today }: { isLatest: boolean; today: Day }
): VersionLine {
	const { version, reviewOn, left, usable, at, channel, officer, statement } = record;
	const { form, madeOn, adviser } = statement;
	return {
		version,
		form,
		madeOn,
		keptOn: dayInLondon(at),
		channel,
		officer,
		adviser: adviser ? `${adviser.name}, ${adviser.organisation}` : null,
		left,
		usable,
		reviewOn,
		isDue: isLatest && reviewOn <= today
	};
}
