/**
 * Whether this person is in breathing space of their own. Then nothing else they owe is asked for either: a debt that is
 * not on the notice is proposed to the adviser and not chased meanwhile (SI 2020/1311). The debts of a trader's business
 * stay outside it. Another liable person's moratorium holds the joint debt and nothing more.
 */
import type { DebtRecord, HoldKind } from '../../debts/debt.ts';
import { holdsInForce } from '../../debts/holds.ts';
import type { Stream } from '../../debts/streams.ts';
import type { Day } from '../../time/day.ts';
import type { Payer } from './rows.ts';

const MORATORIUMS: readonly HoldKind[] = ['breathing-space', 'mental-health-crisis'];
const OF_BUSINESS: readonly Stream[] = ['business-rates', 'bid', 'invoice'];

export function isInMoratorium(debts: readonly DebtRecord[], today: Day): boolean {
	const holds = debts.flatMap((debt) => holdsInForce(debt, today));
	return holds.some((hold) => hold.mine !== false && MORATORIUMS.includes(hold.kind));
}

export function isSpared(debt: Pick<DebtRecord, 'stream'>, payer: Payer): boolean {
	return payer !== 'sole-trader' || !OF_BUSINESS.includes(debt.stream);
}
