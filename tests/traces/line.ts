/** A line between a client and a switch that a test can cut, mute or encrypt. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export type LineTo = {
	port: number;
	/** How often somebody has connected. */
	count: () => number;
	/** Everything that was sent to the switch. */
	sent: () => string;
	/** From here on the switch does not do this. */
	refuse: (action: string) => void;
	/** Ends every connection that is up. */
	cut: () => void;
	/** Lets nothing more through from the switch, and says nothing of it. */
	mute: () => void;
	/** Lets nothing more through to the switch, so that it answers nothing. */
	deafen: () => void;
	close: () => Promise<void>;
};

export async function lineTo(port: number, tls?: { key: Buffer; cert: Buffer }): Promise<LineTo> {
	const ends = new Set<Socket>();
	let count = 0;
	let sent = '';
	let isMute = false;
	let isDeaf = false;
	const refused = new Set<string>();
	const join = (near: Socket) => {
		count += 1;
		const far = connect({ host: '127.0.0.1', port });
		for (const [one, other] of [
			[near, far],
			[far, near]
		] as const) {
			ends.add(one);
			one.on('error', () => one.destroy());
			one.on('close', () => {
				ends.delete(one);
				other.destroy();
			});
		}
		near.on('data', (chunk) => {
			sent += chunk.toString();
			if (isDeaf) return;
			far.write(
				[...refused].reduce(
					(text, action) => text.replaceAll(`Action: ${action}\r\n`, 'Action: Refused\r\n'),
					chunk.toString()
				)
			);
		});
		far.on('data', (chunk) => {
			if (!isMute) near.write(chunk);
		});
	};
	const server: Server = tls ? createTlsServer(tls, join) : createServer(join);
	const open = await listening(server);
	const cut = () => {
		for (const end of [...ends]) end.destroy();
	};
	return {
		port: open,
		count: () => count,
		sent: () => sent,
		cut,
		refuse: (action) => void refused.add(action),
		mute: () => (isMute = true),
		deafen: () => (isDeaf = true),
		close() {
			cut();
			return new Promise((resolve) => server.close(() => resolve()));
		}
	};
}

/** A port on which nobody answers as a switch. */
export function listening(server: Server): Promise<number> {
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : 0);
		});
	});
}
