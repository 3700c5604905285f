/** The least that reading a switch's bytes can be: cut into messages and their fields, and forgotten. */

const END = '\r\n\r\n';

export function bareParser(bytes: Buffer): void {
	for (const message of bytes.toString('latin1').split(END)) {
		new Map(message.split('\r\n').map((line) => line.split(': ', 2) as [string, string]));
	}
}

export const eventsIn = (bytes: Buffer) => bytes.toString('latin1').split(END).length - 1;
