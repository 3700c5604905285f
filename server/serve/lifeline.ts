/**
 * The server process's tie to whoever started it. What the parent should tell a person goes over the channel between
 * them, or to the terminal where there is none; and when the parent goes, or asks, the process ends in good order.
 */
import type { FromServer } from '../launch/messages.ts';
import { openLog, type Log } from '../log.ts';
import { complain, say } from '../say.ts';
import { sentenceOf } from '../sentence.ts';

const PATIENCE_MS = 8_000;

export function tell(message: FromServer): void {
	if (process.connected && process.send) process.send(message);
	else if (message.kind === 'said') say(message.line);
	else if (message.kind === 'listening') message.lines.forEach((line) => say(line));
	else message.because.forEach((line) => complain(line));
}

/** Runs a server to its end: a sentence for a person goes to the parent, a mistake of ours to the log. */
export async function live(start: (log: Log) => Promise<{ close: () => Promise<void> }>) {
	const log = openLog();
	endOnMistakes(log);
	try {
		const { close } = await start(log);
		endWhenAsked(close, log);
	} catch (error) {
		const because = sentenceOf(error);
		if (because === null) throw error;
		tell({ kind: 'refused', because: [because] });
		end(1);
	}
}

/** After a mistake nobody knows what state the process is in. The parent starts a new one. */
function endOnMistakes(log: Log): void {
	for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
		process.on(event, (cause: unknown) => {
			log.failure({ event: 'died', because: event, outcome: 'failed' }, cause);
			process.exit(1);
		});
	}
}

function endWhenAsked(close: () => Promise<void>, log: Log): void {
	let isEnding = false;
	const finish = async (because: string) => {
		if (isEnding) return;
		isEnding = true;
		log.info({ event: 'stopping', because });
		setTimeout(() => process.exit(1), PATIENCE_MS).unref();
		await close();
		end(0);
	};
	for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
		process.on(signal, () => void finish(signal));
	}
	// The parent is gone, and with it whoever would start, stop or hear this process.
	process.once('disconnect', () => void finish('parent-gone'));
}

/** The channel is let go first, so that what was told last is read before the process is gone. */
function end(code: number): void {
	process.exitCode = code;
	if (process.connected) process.disconnect();
	setTimeout(() => process.exit(code), 500).unref();
}
