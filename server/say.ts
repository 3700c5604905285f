/** The one voice to the person at the terminal. What is for the record goes to the log instead. */

// A terminal that was closed, or a pager that was left, is nobody to speak to and no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

export function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

/** Something is in the way, and the line says what to do about it. */
export function complain(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Whether a person reads along, and not a file or another program. */
export function isReadByAPerson(): boolean {
	return process.stdout.isTTY;
}
