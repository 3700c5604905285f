/** A message before it is believed, and what its check comes to. */
import type { IncomingHttpHeaders } from 'node:http';
import type { SignatureRefusal } from './standard-signature.ts';

export type Sent = {
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** The path and query it was posted to, and the secret at the end of the path. */
	url: string;
	token: string | null;
};

export type Checked =
	| { ok: true; /** Null where the sender gives it none. */ messageId: string | null }
	| { ok: false; because: SignatureRefusal };
