/** Listening on the one address, or a sentence that says why not. */
import type { Server } from 'node:http';
import { portProblem, type Address } from '../launch/port.ts';

export function listen(http: Server, address: Address): Promise<void> {
	return new Promise((resolve, reject) => {
		http.once('error', (error) => reject(portProblem(error, address) ?? error));
		http.listen(address.port, address.host, resolve);
	});
}
