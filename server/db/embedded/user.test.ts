import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { blockedAt } from './user.ts';

/** Nobody's number on any machine, so that only what others may do counts. */
const stranger = { uid: 4_242_424, gid: 4_242_424 };

const root = mkdtempSync(join(tmpdir(), 'fairline-user-'));
const open = join(root, 'open');
const closed = join(root, 'closed');
chmodSync(root, 0o755);
mkdirSync(open, { mode: 0o711 });
mkdirSync(closed);
chmodSync(closed, 0o700);
writeFileSync(join(open, 'readable'), '', { mode: 0o644 });
writeFileSync(join(open, 'private'), '', { mode: 0o600 });
afterAll(() => rmSync(root, { recursive: true, force: true }));

test.each([
	['a folder that others may pass is no hindrance', join(open, 'made-later'), null],
	['a file that others may read can be reached', join(open, 'readable'), null],
	['a file of its owner alone cannot be read', join(open, 'private'), join(open, 'private')],
	['a folder of its owner alone closes all that is in it', join(closed, 'a', 'b'), closed],
	['a closed folder is named itself', closed, closed]
])('%s', (_, path, blocked) => {
	expect(blockedAt(path, stranger)).toBe(blocked);
});

test('who runs Postgres as themselves is never in their own way', () => {
	expect(blockedAt(closed, null)).toBeNull();
});
