/** Whether the one port is free, asked before anything is built or started for it. */
import { createServer } from 'node:net';
import { codeOf, sentence } from '../sentence.ts';

export type Address = { host: string; port: number };

/** Throws a sentence when the address cannot be listened on. */
export function seeThatPortIsFree(address: Address): Promise<void> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', (error) => reject(portProblem(error, address) ?? error));
		probe.listen(address.port, address.host, () => probe.close(() => resolve()));
	});
}

/** The sentence for a failure to listen; null when it is not one of these. */
export function portProblem(error: unknown, { host, port }: Address): Error | null {
	const code = codeOf(error);
	if (code === 'EADDRINUSE') {
		return sentence(
			`Port ${port} on ${host} is taken by another program: stop that one, or choose another port, such as PORT=${port === 65_535 ? 3000 : port + 1} npm start.`,
			error
		);
	}
	if (code === 'EACCES') {
		return sentence(
			`This user may not listen on port ${port}: choose one above 1023 with PORT.`,
			error
		);
	}
	if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
		return sentence(
			`HOST ${host} is not an address of this machine: set it to one, or leave it out.`,
			error
		);
	}
	return null;
}
