/**
 * The cable between an officer's browser and the server, in the hands of a journey: it can be cut, so that both ends
 * know at once; go dead, so that neither end is told; or carry one way only, so that what was asked is
 * done and the answer never comes.
 */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Cable = {
	/** Where the browser opens the product through it. */
	origin: string;
	leadTo(origin: string): void;
	cut(): void;
	/** What is in it now is never seen again, and neither end is told; a new connection passes. */
	goDead(): void;
	/** The server hears the browser, and the browser nothing. */
	loseAnswers(): void;
	mend(): void;
	stop(): Promise<void>;
};

type State = 'whole' | 'cut' | 'one-way';

export async function layCable(): Promise<Cable> {
	const ends = new Set<Socket>();
	let state: State = 'whole';
	let port = 0;
	const server = createServer((browser) => {
		if (state === 'cut') return void browser.destroy();
		const product = connect({ host: '127.0.0.1', port });
		const join = (from: Socket, to: Socket, mayPass: () => boolean) => {
			ends.add(from);
			from.on('data', (bytes) => mayPass() && to.write(bytes));
			from.on('error', () => from.destroy());
			from.on('close', () => {
				ends.delete(from);
				to.destroy();
			});
		};
		join(browser, product, () => true);
		join(product, browser, () => state !== 'one-way');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('There is no free port.');
	const cut = () => {
		state = 'cut';
		for (const end of [...ends]) end.destroy();
	};
	return {
		origin: `http://localhost:${address.port}`,
		leadTo(origin) {
			port = Number(new URL(origin).port);
		},
		cut,
		goDead() {
			for (const end of ends) end.pause();
		},
		loseAnswers() {
			state = 'one-way';
		},
		mend() {
			state = 'whole';
		},
		async stop() {
			cut();
			server.close();
			await once(server, 'close');
		}
	};
}
