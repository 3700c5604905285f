/**
 * A team leader says that they come to an officer who asks for help. The officer's own team's leaders and managers may;
 * to anybody else nobody asks. Said again by the same leader it is said once.
 */
import { foldContact } from '../../../shared/contacts/state/fold.ts';
import { mayCome, type ComingRefusal } from '../../../shared/contacts/state/help-state.ts';
import { mayHoldTeam } from '../../../shared/monitoring/audience.ts';
import type { Officer } from '../../../shared/officers/roles.ts';
import type { Day, Instant } from '../../../shared/time/day.ts';
import type { Transaction } from '../../db/transaction.ts';
import { teamOf } from '../../officers/queries.ts';
import { appendDecided } from './append-decided.ts';
import { contactInHand } from '../queries.ts';

export type HelpAnswered = { ok: true } | { ok: false; because: ComingRefusal };

export type ComingAsked = { contactId: string; leader: Officer; at: Instant; today: Day };

export async function answerHelp(tx: Transaction, asked: ComingAsked): Promise<HelpAnswered> {
	const { contactId, leader, at } = asked;
	const inHand = await contactInHand(tx, asked);
	const help = inHand ? foldContact(inHand.events).help : null;
	const teamId = help && (await teamOf(tx, help.officerId));
	if (!help || !teamId || !mayHoldTeam(leader, teamId)) return { ok: false, because: 'not-asked' };
	const because = mayCome(help, leader.id);
	if (because) return { ok: false, because };
	if (help.leader) return { ok: true };
	const body = { type: 'helpAnswered', leaderId: leader.id, leaderName: leader.name } as const;
	await appendDecided(tx, { contactId, by: leader.id, at, body });
	return { ok: true };
}
