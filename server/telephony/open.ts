/**
 * What the screens ask of telephony: an officer's control of a call goes to the switch that the call is on, and in a
 * demo the simulator's callers ring when asked to.
 */
import type { Officer } from '#shared/officers/roles.ts';
import type { PassingOn } from '#shared/calls/transfer.ts';
import type { TransferTargets } from '#shared/monitoring/colleague.ts';
import type { Contacts } from '../contacts/open.ts';
import type { SimulatedSwitch } from './simulator/switch.ts';
import type { Clock } from '../clock.ts';
import type { Database, RawSql } from '../db/client.ts';
import type { CallCommand, Commanded, CommandRefusal, Switch } from './port.ts';
import { colleaguesOf, extensionOf, isPhoneReady, phoneSourceOf } from './colleagues.ts';
import { releaseLeft, ringLeft } from './backs/ring-left.ts';
import type { OutParts, RungOut } from './backs/ring-out.ts';
import { ringBack } from './ring-back.ts';

/** What an officer may ask for a call of theirs from the screen. */
export type ContactVerb = Exclude<
	CallCommand['verb'],
	'transfer' | 'originate' | 'ready' | 'pause'
>;

export type Scenario = { id: string; name: string; about: string };

export type RingRefusal = 'no-extension' | 'not-a-demo' | 'no-such-scenario' | 'busy' | 'link-lost';

export type Telephony = {
	command(contactId: string, asked: { verb: ContactVerb; officer: Officer }): Promise<Commanded>;
	/** Who this officer can pass the customer on to, as they stand now. */
	targets(contactId: string, officer: Officer): Promise<TransferTargets>;
	transfer(contactId: string, asked: { on: PassingOn; officer: Officer }): Promise<Commanded>;
	/** Whether anybody can be rung from a screen. */
	canRing(): boolean;
	/** Somebody this officer promised to ring. */
	ringBack(asked: { callbackId: string; officer: Officer }): Promise<RungOut>;
	/** Somebody whom nobody took when they rang. */
	ringLeft(asked: { contactId: string; officer: Officer }): Promise<RungOut>;
	/** Anybody's again. */
	releaseLeft(asked: { contactId: string; officer: Officer }): Promise<RungOut>;
	/** A phone that its switch has paused is offered calls again. */
	phoneBack(officer: Officer): Promise<Commanded>;
	scenarios(): readonly Scenario[];
	ringMe(
		scenario: string,
		officer: Officer
	): Promise<{ ok: true } | { ok: false; because: RingRefusal }>;
};

export function openTelephony({
	database,
	clock,
	every,
	switchOf,
	contacts,
	ringer
}: {
	database: Database;
	clock: Clock;
	every: readonly Switch[];
	switchOf: (source: string) => Switch | undefined;
	contacts: Pick<Contacts, 'callOf'>;
	ringer: Pick<SimulatedSwitch, 'scenarios' | 'ring'> | null;
}): Telephony {
	const { sql } = database;
	const lineOf = async (contactId: string, { extension }: Officer) => {
		const call = await contacts.callOf(contactId);
		const its = call && switchOf(call.source);
		if (!call || !its || extension === null) return null;
		return { its, contactId: call.sourceContactId, agent: extension };
	};
	return {
		async command(contactId, { verb, officer }) {
			const line = await lineOf(contactId, officer);
			if (!line) return { ok: false, because: 'no-such-call' };
			const { its, ...of } = line;
			if (!its.verbs.includes(verb)) return { ok: false, because: 'not-offered' };
			return its.command({ verb, ...of });
		},
		async targets(contactId, officer) {
			const queues = (await lineOf(contactId, officer))?.its.queues ?? [];
			return {
				colleagues: await colleaguesOf(sql, officer.id),
				queues: queues.map(({ name }) => name)
			};
		},
		async transfer(contactId, { on: { to: whom, kind }, officer }) {
			const line = await lineOf(contactId, officer);
			if (!line) return { ok: false, because: 'no-such-call' };
			const { its, ...of } = line;
			if (!its.verbs.includes('transfer')) return { ok: false, because: 'not-offered' };
			const dialled = await dialledFor(sql, { whom, its, agent: of.agent });
			return dialled.ok ? its.command({ verb: 'transfer', ...of, to: dialled.to, kind }) : dialled;
		},
		...ringingOut({ database, clock, switches: every }),
		phoneBack: (officer) => phoneBack(officer, { sql, switchOf }),
		scenarios: () => (ringer?.scenarios ?? []).map(({ id, name, about }) => ({ id, name, about })),
		async ringMe(scenario, officer) {
			if (!ringer) return { ok: false, because: 'not-a-demo' };
			if (officer.extension === null) return { ok: false, because: 'no-extension' };
			return ringer.ring(scenario, officer.extension);
		}
	};
}

/** What is dialled for a queue or a colleague, whose phone somebody can pick up. */
async function dialledFor(
	sql: RawSql,
	{ whom, its, agent }: { whom: PassingOn['to']; its: Switch; agent: string }
): Promise<{ ok: true; to: string } | { ok: false; because: CommandRefusal }> {
	const to =
		'queue' in whom
			? its.queues.find(({ name }) => name === whom.queue)?.extension
			: await extensionOf(sql, whom.officerId);
	if (!to || to === agent) return { ok: false, because: 'bad-target' };
	const isReady = 'queue' in whom || (await isPhoneReady(sql, whom.officerId));
	return isReady ? { ok: true, to } : { ok: false, because: 'phone-not-ready' };
}

async function phoneBack(
	{ id, extension }: Officer,
	{ sql, switchOf }: { sql: RawSql; switchOf: (source: string) => Switch | undefined }
): Promise<Commanded> {
	const its = switchOf((await phoneSourceOf(sql, id)) ?? '');
	if (!its || extension === null) return { ok: false, because: 'no-such-call' };
	if (!its.verbs.includes('ready')) return { ok: false, because: 'not-offered' };
	return its.command({ verb: 'ready', agent: extension });
}

function ringingOut(
	parts: OutParts
): Pick<Telephony, 'canRing' | 'ringBack' | 'ringLeft' | 'releaseLeft'> {
	return {
		canRing: () => parts.switches.some(({ verbs }) => verbs.includes('originate')),
		ringBack: (asked) => ringBack(asked, parts),
		ringLeft: (asked) => ringLeft(asked, parts),
		releaseLeft: (asked) => releaseLeft(asked, parts)
	};
}
