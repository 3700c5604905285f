/** A simulated switch under a test's hand, and beside it a plain client that keeps every byte it says. */
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '#server/clock.ts';
import { field, values, type Message } from '#server/telephony/ami/message.ts';
import { Parser } from '#server/telephony/ami/parser.ts';
import { documentOf } from '#server/telephony/replay/document.ts';
import type { Pace } from '#server/telephony/simulator/exchange.ts';
import { Simulator } from '#server/telephony/simulator/simulator.ts';

export const QUICK: Pace = {
	greetingMs: 5,
	ringMs: 500,
	betweenMs: 5,
	patienceMs: 2_000,
	colleagueMs: 60_000,
	customerMs: 50,
	shorteningMs: 5
};

export type Simulated = {
	simulator: Simulator;
	port: number;
	/** Everything it has said. */
	said: () => Buffer;
	/** Waits until what was said has arrived. */
	settled: () => Promise<void>;
	until: (isTrue: () => boolean) => Promise<void>;
	/** Waits for an event about this officer's telephone, or about anyone. */
	heard: (event: string, extension?: string) => Promise<void>;
	stop: () => Promise<void>;
};

export async function simulated(pace: Partial<Pace> = {}): Promise<Simulated> {
	const simulator = new Simulator({ clock: systemClock, pace: { ...QUICK, ...pace } });
	const port = await simulator.listen();
	const chunks: Buffer[] = [];
	const socket = connect({ host: '127.0.0.1', port });
	socket.on('data', (chunk) => chunks.push(chunk));
	socket.write('Action: Login\r\nActionID: 1\r\nUsername: x\r\nSecret: y\r\n\r\n');
	const said = () => Buffer.concat(chunks);
	const until = async (isTrue: () => boolean) => {
		for (let tries = 0; !isTrue(); tries += 1) {
			if (tries > 400) throw new Error('It did not happen within two seconds.');
			await wait(5);
		}
	};
	await until(() => said().includes('Authentication accepted'));
	return {
		simulator,
		port,
		said,
		async settled() {
			let length = -1;
			while (length !== said().length) {
				length = said().length;
				await wait(15);
			}
		},
		until,
		heard: (event, extension = '') =>
			until(() => messagesIn(said()).some((message) => isAbout(message, { event, extension }))),
		async stop() {
			socket.destroy();
			await simulator.stop();
		}
	};
}

export function messagesIn(bytes: Buffer): Message[] {
	const messages: Message[] = [];
	new Parser({ message: (message) => messages.push(message) }).push(bytes);
	return messages;
}

export function documentIn(bytes: Buffer): unknown {
	return documentOf([{ pieces: [bytes] }], { isTrustedTrunk: true });
}

function isAbout(message: Message, { event, extension }: { event: string; extension: string }) {
	const channels = [...values(message, 'channel'), ...values(message, 'destchannel')];
	return (
		field(message, 'event') === event &&
		(extension === '' || channels.some((channel) => channel.startsWith(`PJSIP/${extension}-`)))
	);
}
