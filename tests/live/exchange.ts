/** The council's exchange: Kamailio with the example configuration, on a loopback address of its own, and who calls it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChild, type Child } from './child.ts';
import { connected, freePort } from './ports.ts';

const HOST = '127.0.20.1';
const CALLERS = '127.0.20.2';

export type Exchange = {
	/** Where telephones register and callers call: `127.0.20.1:25060`. */
	sip: string;
	evapi: { host: string; port: number };
	call: (scenario: string, caller: Caller) => Promise<Child>;
	/** Ends it as a power cut does, and starts it again at the same place. */
	restart: () => Promise<void>;
	said: () => string;
	stop: () => Promise<void>;
};

export type Caller = {
	number: string;
	name?: string;
	/** The number of the line, where it is another. */
	line?: string;
	privacy?: string;
};

export async function startExchange(folder: string): Promise<Exchange> {
	mkdirSync(folder, { recursive: true });
	const [sipPort, port] = [await freePort(), await freePort()];
	const sip = `${HOST}:${sipPort}`;
	const evapi = { host: HOST, port };
	const start = async () => {
		const kamailio = startChild('kamailio', [
			...['-DD', '-E', '-Y', folder],
			...['-f', join(import.meta.dirname, 'kamailio.cfg')],
			...['-A', `SIP_ADDRESS=udp:${sip}`, '-A', `EVAPI_ADDRESS="${HOST}:${port}"`]
		]);
		(await connected(evapi)).destroy();
		return kamailio;
	};
	let kamailio = await start();
	const calls: Child[] = [];
	return {
		sip,
		evapi,
		said: () => kamailio.said(),
		async call(scenario, caller) {
			const child = await calling({ sip, scenario, caller });
			calls.push(child);
			return child;
		},
		async restart() {
			await kamailio.stop();
			kamailio = await start();
		},
		async stop() {
			for (const call of calls) await call.stop();
			await kamailio.stop();
		}
	};
}

/** One call to the extension 1001, as the scenario goes. */
async function calling({
	sip,
	scenario,
	caller
}: {
	sip: string;
	scenario: string;
	caller: Caller;
}): Promise<Child> {
	const { number, name = number, line = number, privacy = 'none' } = caller;
	const keys = { number, name, line, privacy };
	const [port, media] = [await freePort(), await freePort(4)];
	return startChild('sipp', [
		sip,
		...['-sf', join(import.meta.dirname, 'callers', `${scenario}.xml`), '-s', '1001', '-m', '1'],
		...['-i', CALLERS, '-p', String(port), '-mi', CALLERS, '-mp', String(media)],
		...['-nostdin', '-timeout', '15', '-timeout_error'],
		...Object.entries(keys).flatMap(([key, value]) => ['-key', key, value])
	]);
}
