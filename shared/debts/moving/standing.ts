/** What stands against any step that presses on: a hold, something agreed, a support need, or the end of its time. */
import { isInForce, HOLDS } from '../holds.ts';
import { ladderOf, type LadderCode } from '../ladder/ladder-codes.ts';
import { limitationOf } from '../limitation.ts';
import { entersMoratorium } from '../moratorium/entering.ts';
import type { MoveRefusal, MovingCase } from './case.ts';

/** A plan does not stop a hearing that is listed, only what follows it (council policy CT3). */
const GOES_ON: ReadonlySet<string> = new Set(['LIABILITY_ORDER']);

const BY_AGENTS: ReadonlySet<string> = new Set(['ENFORCEMENT_AGENT', 'WARRANT']);

/** Where a time limit stands: these are what the council goes to court or enforces by. */
const IN_COURT: Record<LadderCode, ReadonlySet<string>> = {
	CT: new Set(['SUMMONS']),
	NDR: new Set(['SUMMONS']),
	BID: new Set(['LIABILITY_ORDER']),
	HBO: new Set(['COUNTY_COURT']),
	SUN: new Set(['CLAIM']),
	ASC: new Set(['COUNTY_COURT']),
	RENT: new Set(['POSSESSION_CLAIM']),
	PCN: new Set(['WARRANT'])
};

export function heldBy({ debt, asked, now }: MovingCase): MoveRefusal | null {
	const holds = debt.holds.filter(
		(hold) =>
			isInForce(hold, asked.today) &&
			(HOLDS[hold.kind].protectsOthers || asked.against.includes(hold.customerId))
	);
	if (holds.length > 0) return { because: 'held', holds };
	const proposed = now.moratoriumFrom && entersMoratorium(debt, now.moratoriumFrom);
	if (proposed?.isIn) return { because: 'proposed', rule: proposed.rule };
	const isAgreed = debt.agreed?.arrangedOn != null || debt.agreed?.promise === 'live';
	if (isAgreed && !GOES_ON.has(asked.to)) return { because: 'agreed' };
	if (now.hasSupportNeed && BY_AGENTS.has(asked.to)) return { because: 'support-need' };
	const { noticeUntil } = debt;
	if (noticeUntil && noticeUntil >= asked.today && !GOES_ON.has(asked.to))
		return { because: 'in-notice', lastDay: noticeUntil };
	return null;
}

export function pastItsTime({ debt, asked }: MovingCase): MoveRefusal | null {
	if (!IN_COURT[ladderOf(debt.stream)].has(asked.to)) return null;
	const limit = limitationOf(debt);
	const [rule] = limit?.rules ?? [];
	if (!limit?.lastDay || !rule || asked.today <= limit.lastDay) return null;
	return { because: 'out-of-time', lastDay: limit.lastDay, rule };
}
