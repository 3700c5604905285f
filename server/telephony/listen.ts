/** The switches the settings name, as a part of the product: started when there is somebody to hear them, and in health. */
import type { CallEvent, CallVerb } from '#shared/calls/events.ts';
import type { RawSql } from '../db/client.ts';
import type { Part } from '../part.ts';
import type { Settings } from '../running.ts';
import type { Switch } from './port.ts';
import type { SimulatedSwitch } from './simulator/switch.ts';
import { noticesOf, openSwitches, ringerAmong } from './switches.ts';

export type Switches = Part &
	Readonly<{
		/** What the switch that a call came by can be asked to do; nothing for a contact without a call. */
		verbsOf: (source: string | null) => readonly CallVerb[];
		switchOf: (source: string) => Switch | undefined;
		every: readonly Switch[];
		/** The demo's own switch, which can be asked to ring; null anywhere else. */
		ringer: SimulatedSwitch | null;
		start: (hear: (event: CallEvent) => void) => void;
	}>;

export function switchesOf({
	env,
	clock,
	log,
	say,
	sql
}: Pick<Settings, 'env' | 'clock' | 'log' | 'say'> & { sql: RawSql }): Switches {
	const all = openSwitches({ settings: env.switches, clock, log, sql });
	const isQuiet = (source: string) =>
		env.switches.some(
			(each) => each.kind === 'asterisk' && each.name === source && each.quietWhenAbsent
		);
	const missed = all.filter(({ source }) => !isQuiet(source));
	const switchOf = (wanted: string | null) => all.find(({ source }) => source === wanted);
	return {
		switchOf,
		every: all,
		ringer: env.demo ? ringerAmong(all) : null,
		verbsOf: (source) => switchOf(source)?.verbs ?? [],
		start(hear) {
			noticesOf(env.switches).forEach(say);
			for (const each of all) each.start(hear);
		},
		notReady: () =>
			Promise.resolve(
				missed.filter((each) => each.state() !== 'connected').map(({ source }) => source)
			),
		async dispose() {
			await Promise.all(all.map((each) => each.stop()));
		}
	};
}
