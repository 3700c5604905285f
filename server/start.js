/**
 * What `npm start` and `npm run dev` open. The rest is TypeScript that Node 24 runs as it is; this much is plain
 * JavaScript, so that an older Node can still say what is missing. npm puts the project's own Node first on the path.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} path */
const root = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const machine = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const { optionalDependencies } = JSON.parse(readFileSync(root('package.json'), 'utf8'));

const missing = whatIsMissing();
if (missing !== null) {
	console.error(missing);
	process.exit(1);
}

const { run } = await import('./launch/parent.ts');
await run(process.argv.slice(2));

/** @returns {string | null} */
function whatIsMissing() {
	if (!existsSync(root('node_modules/vite'))) {
		return 'Fairline is not installed yet: run npm ci, then npm start.';
	}
	if (Number(process.versions.node.split('.')[0]) >= 24) return null;
	const needed = `This is Node ${process.versions.node} and Fairline needs 24`;
	if (existsSync(root('node_modules/.bin/node'))) {
		return `${needed}: run npm start, which uses the Node 24 that npm ci brought.`;
	}
	return `node-${machine}` in optionalDependencies
		? `${needed}: run npm ci again, without leaving out optional packages, and it is brought.`
		: `${needed}, and npm has none for this machine (${machine}): install Node 24 or later from nodejs.org.`;
}
