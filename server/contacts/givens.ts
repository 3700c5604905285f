/**
 * What every contact's screen says alike, kept at hand so that no pop asks for it: how fresh each stream's figures are,
 * which rules the council has confirmed, its policy and its guideline figures. Read again every few seconds, because an import may be another process, and
 * at once when this one changed it.
 */
import { guidelinesOn } from '../../shared/affordability/guidelines.ts';
import type { Givens } from '../../shared/contacts/shown/givens.ts';
import type { CameIn, Freshness } from '../../shared/debts/freshness.ts';
import type { Stream } from '../../shared/debts/streams.ts';
import { guidelineSetsOf } from '../affordability/queries.ts';
import type { Database } from '../db/client.ts';
import { mappingNamed } from '../imports/mapping/mappings.ts';
import { freshness, type Fresh } from '../imports/queries.ts';
import { confirmed } from '../law/queries.ts';
import type { Log } from '../log.ts';
import { policyInForce } from '../../shared/law/policy.ts';
import type { Policy, PolicyVersions } from '../../shared/law/policy-values.ts';
import type { Day } from '../../shared/time/day.ts';
import { policyVersions } from '../law/policy.ts';

export type GivensKept = {
	now: () => Givens;
	/** After something of it changed. */
	look: () => Promise<void>;
	stop: () => void;
};

export type GivensNeeds = {
	database: Pick<Database, 'orm' | 'sql'>;
	/** Where a council's own mappings are, which say whose streams an extract brings. */
	dataDir: string;
	log: Log;
};

const LOOK_AGAIN_MS = 5_000;

export async function keepGivens(needs: GivensNeeds): Promise<GivensKept> {
	let known = await givensNow(needs);
	const look = async () => {
		try {
			known = await givensNow(needs);
		} catch (failure) {
			// What was known stays: a screen that is behind by some seconds is worth more than none.
			needs.log.failure({ event: 'givens', outcome: 'failed' }, failure);
		}
	};
	const timer = setInterval(() => void look(), LOOK_AGAIN_MS).unref();
	return { now: () => known, look, stop: () => clearInterval(timer) };
}

async function givensNow({ database, dataDir }: GivensNeeds): Promise<Givens> {
	const [came, rules, versions, sets] = await Promise.all([
		freshness(database.sql),
		confirmed(database.orm),
		policyVersions(database.orm),
		guidelineSetsOf(database.orm)
	]);
	return {
		fresh: byStream(came, dataDir),
		confirmed: [...rules.keys()],
		policyOn: policyByDay(versions),
		guidelinesOn: (day) => guidelinesOn(day, sets)
	};
}

/** The same object all day long: every screen asks for it. */
function policyByDay(versions: PolicyVersions): (day: Day) => Policy {
	let last: { day: Day; policy: Policy } | null = null;
	return (day) => {
		if (last?.day !== day) last = { day, policy: policyInForce(day, versions) };
		return last.policy;
	};
}

/** Where two mappings bring a stream, the newer says. A mapping that is not there any more says nothing. */
function byStream(came: readonly Fresh[], dataDir: string): Freshness {
	const fresh = new Map<Stream, CameIn>();
	for (const { mapping, on, at } of came) {
		const read = mappingNamed(mapping, dataDir);
		for (const stream of read.ok ? read.mapping.streams : []) {
			const other = fresh.get(stream);
			if (!other || other.on < on) fresh.set(stream, { on, at });
		}
	}
	return Object.fromEntries(fresh);
}
