/** The books as the project's own command proves them, beside the running product. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Product } from './product.ts';

const TOP = join(import.meta.dirname, '..', '..');

export function proved(product: Product): string {
	const proof = spawnSync(process.execPath, ['server/commands/prove.ts'], {
		cwd: TOP,
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: product.dataDir, DATABASE_URL: '' }
	});
	return proof.stdout;
}
