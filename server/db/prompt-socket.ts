/**
 * For clients that copy: their connection sends what is small at once. Left as it is, the end of each COPY waits forty
 * milliseconds for the other side to say that it has the rows before it, which is longer than the rows take.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

type Given = { host: string | string[]; port: number | number[]; path?: string | false | null };

/** As `socket` of a client's options. Its hosts are tried one after the other. */
export async function promptSocket({ host, port, path }: Given): Promise<Socket> {
	if (path) return connected(connect(path));
	const hosts = [host].flat();
	const ports = [port].flat();
	let failure: unknown = new Error('The address of the database names no host.');
	for (const [at, one] of hosts.entries()) {
		const where = { host: one, port: ports[at] ?? ports[0] ?? 5432 };
		try {
			// What postgres.js would remember of a socket of its own: TLS asks it for the name.
			return Object.assign(await connected(connect({ ...where, noDelay: true })), where);
		} catch (error) {
			failure = error;
		}
	}
	throw failure;
}

async function connected(socket: Socket): Promise<Socket> {
	await once(socket, 'connect');
	return socket;
}
