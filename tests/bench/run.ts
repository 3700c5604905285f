/**
 * `npm run bench -- pop [--short] [--alone]`: measures what people wait for, and prints what it got in plain lines. It
 * uses the Postgres of a running product where there is one; `--alone` brings its own all the same.
 */
import { parseArgs } from 'node:util';
import { sentence, sentenceOf } from '#server/sentence.ts';
import { benchPop } from './pop.ts';

const USAGE = 'Usage: npm run bench -- pop [--short] [--alone]';

try {
	const { isShort, isAlone } = argumentsOf();
	await benchPop({ isShort, isAlone, say: (line) => console.log(line) });
} catch (error) {
	const said = sentenceOf(error);
	if (said === null) throw error;
	console.error(said);
	process.exitCode = 1;
}

function argumentsOf(): { isShort: boolean; isAlone: boolean } {
	const { values, positionals } = parsed();
	if (positionals.length !== 1 || positionals[0] !== 'pop') throw sentence(USAGE);
	return { isShort: values.short, isAlone: values.alone };
}

function parsed() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				short: { type: 'boolean', default: false },
				alone: { type: 'boolean', default: false }
			}
		});
	} catch (error) {
		throw sentence(USAGE, error);
	}
}
