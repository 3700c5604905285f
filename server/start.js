/**
 * What `npm start` and `npm run dev` open. The rest is TypeScript that Node 24 runs as it is; this much is plain
 * JavaScript, so that an older Node can still say what is missing. npm puts the project's own Node first on the path.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const brought = ['node', 'node.exe', 'node.cmd'].some((name) =>
	existsSync(join(modules, '.bin', name))
);

const missing = !existsSync(join(modules, 'vite'))
	? 'Fairline is not installed yet: run npm ci, then npm start.'
	: major >= 24
		? null
		: brought
			? `This is Node ${process.versions.node} and Fairline needs 24: run npm start, which uses the Node 24 it brought.`
			: `npm has no Node 24 for this machine (${process.platform}-${process.arch}): install Node 24 or later from nodejs.org, then run npm start again.`;

if (missing !== null) {
	console.error(missing);
	process.exit(1);
}

const { run } = await import('./launch/parent.ts');
await run(process.argv.slice(2));
