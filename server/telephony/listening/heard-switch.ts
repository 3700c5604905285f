/**
 * A switch as every process has it, whichever process listens to it: while it is our turn, the switch itself, made anew
 * for each turn so that nothing known of an earlier one is taken for true; else what is asked of it is passed on.
 */
import type { CallCommand, Commanded, Hear, Switch } from '../port.ts';

export type HeardSwitch = Switch & {
	/** It is this process's turn. */
	isHeardHere(): boolean;
	/** As it is made for the turn. */
	now(): Switch;
};

/** `elsewhere` passes a command on to whoever listens. */
export function heardSwitch({
	make,
	elsewhere
}: {
	make: () => Switch;
	elsewhere: (source: string, command: CallCommand) => Promise<Commanded>;
}): HeardSwitch {
	let current = make();
	let isHere = false;
	return {
		source: current.source,
		verbs: current.verbs,
		get queues() {
			return current.queues;
		},
		isHeardHere: () => isHere,
		now: () => current,
		state: () => (isHere ? current.state() : 'connecting'),
		start(hear: Hear, term?: number) {
			isHere = true;
			current.start(hear, term);
		},
		async stop() {
			if (!isHere) return;
			isHere = false;
			const stopping = current;
			current = make();
			await stopping.stop();
		},
		command: (command: CallCommand) =>
			isHere ? current.command(command) : elsewhere(current.source, command)
	};
}
