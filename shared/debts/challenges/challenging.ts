/**
 * What is said of challenging the debts of one person before any of them is in a plan: how, until when, and what paying
 * gives up. Debts of which the same is said are told together; a debt's own last day stands in place of the usual time.
 */
import { formatDay, type Day } from '../../time/day.ts';
import { CHALLENGES } from './challenges.ts';
import type { DebtFacts } from '../facts.ts';
import type { Stream } from '../streams.ts';

export type Challengeable = { stream: Stream; title: string; challengeUntilOn: Day | null };

/** The own day of a debt, where it is known and has not gone by. */
export function ownDay({ challengeUntilOn }: DebtFacts, today: Day): Day | null {
	return challengeUntilOn !== undefined && challengeUntilOn >= today ? challengeUntilOn : null;
}

export type ChallengeSaid = {
	titles: readonly string[];
	says: string;
	/** By the ids that a screen opens. */
	rules: readonly string[];
};

const UNQUOTED = ' (unconfirmed, do not quote)';

export function challengesSaid(debts: readonly Challengeable[]): ChallengeSaid[] {
	const bySaying = Map.groupBy(debts, sayChallenge);
	return [...bySaying].map(([says, alike]) => ({
		titles: alike.map(({ title }) => title),
		says,
		rules: [...new Set(alike.flatMap(({ stream }) => CHALLENGES[stream].rules))]
	}));
}

function sayChallenge({ stream, challengeUntilOn }: Challengeable): string {
	const { how, until, paying, isConfirmed } = CHALLENGES[stream];
	const time =
		challengeUntilOn === null
			? `${until}${isConfirmed ? '' : UNQUOTED}`
			: `to ${formatDay(challengeUntilOn)}`;
	return `${how} Time allowed: ${time}. ${paying}${UNQUOTED}`;
}
