/**
 * Socket.IO takes over every listener of the HTTP server it is given and does not give them back. It gets a server of
 * its own that listens to nothing, and is handed the upgrades that are meant for it: the rest are somebody else's,
 * as the development server's are, or nobody's.
 */
import { createServer, type IncomingMessage, type Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';

const UNANSWERED_MS = 10_000;

export function entranceOf(http: HttpServer, path: string): { server: HttpServer; close(): void } {
	const server = createServer();
	const pass = (
		request: IncomingMessage,
		socket: Duplex & { bytesWritten?: number },
		head: Buffer
	) => {
		if (request.url?.startsWith(path)) {
			server.emit('upgrade', request, socket, head);
			return;
		}
		setTimeout(() => {
			if (socket.bytesWritten === 0) socket.destroy();
		}, UNANSWERED_MS).unref();
	};
	http.on('upgrade', pass);
	return { server, close: () => void http.off('upgrade', pass) };
}
