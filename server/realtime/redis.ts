/**
 * The Redis by which what one process announces reaches the sockets of the others. It carries, and keeps the last
 * thousand: nothing is true because it is there, and what is lost with it the browsers ask for when they next hear
 * their versions. Councils that share one do not hear each other.
 */
import { createHash } from 'node:crypto';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { Log } from '../log.ts';
import type { Part } from '../part.ts';
import { sentence } from '../sentence.ts';

export type Carrier = Part & { adapter: ReturnType<typeof createAdapter> };

const PATIENCE_MS = 5_000;
const LONGEST_WAIT_MS = 2_000;
const KEPT = 1_000;
/** What waits to be sent while it is away; later states of the same replace it at the browser anyway. */
const LARGEST_QUEUE = 5_000;

export async function openCarrier({
	url,
	secret,
	log
}: {
	url: string;
	/** The same in every process of a council, and in no other's. */
	secret: string;
	log: Log;
}): Promise<Carrier> {
	const client = createClient({
		url,
		commandsQueueMaxLength: LARGEST_QUEUE,
		socket: {
			connectTimeout: PATIENCE_MS,
			reconnectStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 10), LONGEST_WAIT_MS)
		}
	});
	let isAway = false;
	client.on('error', (cause: unknown) => {
		// Once, not at every attempt to come back.
		if (!isAway) log.failure({ event: 'redis', outcome: 'away' }, cause);
		isAway = true;
	});
	client.on('ready', () => (isAway = false));
	await reached(client);
	const name = `fairline:${createHash('sha256').update(`redis ${secret}`).digest('hex').slice(0, 24)}`;
	const adapter = createAdapter(client, { streamName: name, channelPrefix: name, maxLen: KEPT });
	return {
		adapter,
		notReady: () => Promise.resolve(client.isReady ? [] : ['redis']),
		dispose: () => Promise.resolve(client.destroy())
	};
}

/** It tries again by itself for ever: whoever starts is told instead. */
async function reached(client: { connect(): Promise<unknown>; destroy(): void }): Promise<void> {
	const late = Promise.withResolvers<never>();
	const timer = setTimeout(() => late.reject(new Error('No answer.')), PATIENCE_MS);
	try {
		await Promise.race([client.connect(), late.promise]);
	} catch (cause) {
		client.destroy();
		throw sentence('REDIS_URL names no Redis that answers: start it, or mend the address.', cause);
	} finally {
		clearTimeout(timer);
	}
}
