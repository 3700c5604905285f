/**
 * The switches the settings name, as a part of the product: each is listened to by one process at a time, and this one
 * takes its turn. In health where it is ours to listen to.
 */
import type { CallEvent, CallVerb } from '#shared/calls/events.ts';
import type { RawSql } from '../db/client.ts';
import type { Part } from '../part.ts';
import type { Settings } from '../running.ts';
import type { Notices } from '../realtime/notices.ts';
import type { CallCommand, Commanded, Switch } from './port.ts';
import { askingOthers, type Asking } from './listening/asked.ts';
import type { Answer, Asked } from './listening/question.ts';
import { heardSwitch, type HeardSwitch } from './listening/heard-switch.ts';
import { takingTurns, type Turn, type Turns } from './listening/turns.ts';
import { SimulatedSwitch, type RungAnswer } from './simulator/switch.ts';
import { newSwitch, noticesOf } from './switches.ts';

export type Ringer = Pick<SimulatedSwitch, 'scenarios' | 'ring'>;

/** What is done with a switch while it is ours. */
export type Listener = {
	/** Before anything is heard of it. */
	begin(source: string, turn: Turn & { isGapless: boolean }): Promise<void>;
	hear(event: CallEvent, term: number): Promise<boolean>;
};

export type Switches = Part &
	Readonly<{
		/** What the switch that a call came by can be asked to do; nothing for a contact without a call. */
		verbsOf: (source: string | null) => readonly CallVerb[];
		switchOf: (source: string) => Switch | undefined;
		every: readonly Switch[];
		/** One that is this process's to listen to. */
		switchHere: (source: string) => Switch | undefined;
		/** Themselves, for what may be asked of one that nobody has started. */
		made: readonly Switch[];
		/** One of them is this process's to listen to. */
		isAnyHeardHere: () => boolean;
		/** The demo's own switch, which can be asked to ring; null anywhere else. */
		ringer: Ringer | null;
		start: (listener: Listener) => void;
		/** What was heard of it in this term was refused: somebody else has taken it. */
		lost: (source: string, term: number) => void;
	}>;

export function switchesOf(
	settings: Pick<Settings, 'env' | 'clock' | 'log' | 'say'> & { sql: RawSql },
	notices: Notices
): Switches {
	const { env, clock, log, say, sql } = settings;
	const asking = askingOthers({
		notices,
		answerHere: (source, asked) => answerHere(all, { source, asked }),
		failed: (cause) => void log.failure({ event: 'call.command', outcome: 'failed' }, cause)
	});
	const elsewhere = async (source: string, command: CallCommand): Promise<Commanded> =>
		env.redisUrl === null ? LOST : commandedBy(await asking.ask(source, command));
	const all: readonly HeardSwitch[] = env.switches.map((each) =>
		heardSwitch({ make: () => newSwitch(each, { clock, log, sql }), elsewhere })
	);
	const switchOf = (wanted: string | null) => all.find(({ source }) => source === wanted);
	const turns = new Map<string, Turns>();
	return {
		switchOf,
		every: all,
		switchHere: (source) => all.find((each) => each.source === source && each.isHeardHere()),
		made: all.map((each) => each.now()),
		isAnyHeardHere: () => all.some((each) => each.isHeardHere()),
		ringer: env.demo ? ringerAmong(all, asking) : null,
		verbsOf: (source) => switchOf(source)?.verbs ?? [],
		start(listener) {
			noticesOf(env.switches).forEach(say);
			for (const each of all) turns.set(each.source, turnsOf(each, { settings, listener }));
		},
		lost(source, term) {
			log.warn({ event: 'switch.turn', switch: source, because: 'older-term', attempt: term });
			turns.get(source)?.lost(term);
		},
		notReady: () => Promise.resolve(missed(all, settings)),
		async dispose() {
			await Promise.all([...turns.values()].map((each) => each.dispose()));
		}
	};
}

function turnsOf(
	its: HeardSwitch,
	{
		settings: { env, clock, log },
		listener
	}: { settings: Pick<Settings, 'env' | 'clock' | 'log'>; listener: Listener }
): Turns {
	const { source } = its;
	return takingTurns({
		url: env.databaseUrl,
		source,
		isShared: env.redisUrl !== null,
		clock,
		async begin(turn) {
			log.info({ event: 'switch.turn', switch: source, attempt: turn.term, outcome: 'taken' });
			await listener.begin(source, { ...turn, isGapless: its.now().isGapless ?? false });
			its.start((event) => listener.hear(event, turn.term), turn.term);
		},
		async end() {
			log.info({ event: 'switch.turn', switch: source, outcome: 'over' });
			await its.stop();
		},
		failed(cause) {
			log.failure({ event: 'switch.turn', switch: source, outcome: 'failed' }, cause);
		}
	});
}

/** A demo's Asterisk may be absent without a word, and one that another process listens to is that one's to name. */
function missed(all: readonly HeardSwitch[], { env }: Pick<Settings, 'env'>): readonly string[] {
	const isQuiet = (source: string) =>
		env.switches.some(
			(each) => each.kind === 'asterisk' && each.name === source && each.quietWhenAbsent
		);
	return all
		.filter((its) => its.isHeardHere() || env.redisUrl === null)
		.filter((its) => !isQuiet(its.source) && its.state() !== 'connected')
		.map(({ source }) => source);
}

const LOST = { ok: false, because: 'link-lost' } as const;

function ringerAmong(all: readonly HeardSwitch[], asking: Asking): Ringer | null {
	const its = all.find((each) => each.now() instanceof SimulatedSwitch);
	const simulated = its?.now();
	if (!its || !(simulated instanceof SimulatedSwitch)) return null;
	return {
		scenarios: simulated.scenarios,
		async ring(scenario, extension) {
			if (its.isHeardHere()) return rungBy(its, { scenario, extension });
			const answer = await asking.ask(its.source, { verb: 'ring', scenario, extension });
			return answer.ok || isOfRinging(answer) ? answer : LOST;
		}
	};
}

function rungBy(
	its: HeardSwitch,
	{ scenario, extension }: { scenario: string; extension: string }
): Promise<RungAnswer> {
	const now = its.now();
	return now instanceof SimulatedSwitch ? now.ring(scenario, extension) : Promise.resolve(LOST);
}

/** What another process asks of a switch that is listened to here. */
function answerHere(
	all: readonly HeardSwitch[],
	{ source, asked }: { source: string; asked: Asked }
): Promise<Answer> | null {
	const its = all.find((each) => each.source === source && each.isHeardHere());
	if (!its) return null;
	return asked.verb === 'ring' ? rungBy(its, asked) : its.command(asked);
}

type Refused = Extract<Answer, { ok: false }>;

const OF_RINGING: ReadonlySet<string> = new Set(['no-such-scenario', 'busy', 'link-lost']);

function isOfRinging(answer: Refused): answer is Extract<RungAnswer, { ok: false }> {
	return OF_RINGING.has(answer.because);
}

function commandedBy(answer: Answer): Commanded {
	if (answer.ok) return answer;
	const { because } = answer;
	return because === 'no-such-scenario' || because === 'busy' ? LOST : { ok: false, because };
}
