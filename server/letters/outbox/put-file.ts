/**
 * Lays a file into the outbox's folder whole or not at all: written beside it under another name, then given its own.
 * Laid again after a crash it is the same bytes under the same name. What is in it is personal: others may not read it.
 */
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

export async function putFile(
	folder: string,
	{ name, content }: { name: string; content: string }
): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o750 });
	const part = join(folder, `.${name}.part`);
	const file = await open(part, 'w', 0o640);
	try {
		await file.writeFile(content, 'utf8');
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(part, join(folder, name));
	const above = await open(folder, 'r');
	try {
		await above.sync();
	} finally {
		await above.close();
	}
}
