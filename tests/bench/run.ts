/** `npm run bench -- pop [--short]`: measures what people wait for, and prints what it got in plain lines. */
import { parseArgs } from 'node:util';
import { benchPop } from './pop.ts';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { short: { type: 'boolean', default: false } }
});
if (positionals.length !== 1 || positionals[0] !== 'pop') {
	console.error('Usage: npm run bench -- pop [--short]');
	process.exit(1);
}
await benchPop({ isShort: values.short, say: (line) => console.log(line) });
