/** One of the things the running product is made of. They are taken down in the reverse of the order they came in. */
import type { Server } from 'node:http';

export type Part = Readonly<{
	/** What of it is not ready now, by name: `database`, `asterisk:2`. Nothing means ready. */
	notReady?: () => Promise<readonly string[]>;
	/** Takes what it needs of the HTTP server, which is listening or about to. */
	attach?: (http: Server) => void;
	dispose?: () => Promise<void>;
}>;
