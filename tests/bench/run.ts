/**
 * `npm run bench -- NAME [--short] [--alone] [--city]`: measures what people wait for, and prints what it got in plain
 * lines. `pop` uses the Postgres of a running product where there is one; `--alone` brings its own all the same, and
 * `--city` measures it on a whole city, as `view` always is. A city is made once, which takes minutes, and is kept.
 */
import { parseArgs } from 'node:util';
import { sentence, sentenceOf } from '#server/sentence.ts';
import { benchAllocate } from './allocate.ts';
import type { Asked, Bench } from './bench.ts';
import { benchImport } from './import.ts';
import { benchMatch } from './match.ts';
import { benchNightly } from './nightly.ts';
import { benchPlan } from './plan.ts';
import { benchPop } from './pop.ts';
import { benchSearch } from './search.ts';
import { benchSlider } from './slider.ts';
import { benchTelephony } from './telephony/telephony.ts';
import { benchView } from './view.ts';

const BENCHES = new Map<string, Bench>([
	['allocate', benchAllocate],
	['import', benchImport],
	['match', benchMatch],
	['nightly', benchNightly],
	['plan', benchPlan],
	['pop', benchPop],
	['search', benchSearch],
	['slider', benchSlider],
	['telephony', benchTelephony],
	['view', benchView]
]);

const NAMES = [...BENCHES.keys()].join(', ');
const USAGE = `Usage: npm run bench -- NAME [--short] [--alone] [--city], where NAME is one of ${NAMES}`;

try {
	const { bench, asked } = argumentsOf();
	await bench(asked);
} catch (error) {
	const said = sentenceOf(error);
	if (said === null) throw error;
	console.error(said);
	process.exitCode = 1;
}

function argumentsOf(): { bench: Bench; asked: Asked } {
	const { values, positionals } = parsed();
	const bench = BENCHES.get(positionals[0] ?? '');
	if (!bench || positionals.length !== 1) throw sentence(USAGE);
	const { short, alone, city } = values;
	const say = (line: string) => console.log(line);
	return { bench, asked: { isShort: short, isAlone: alone, isCity: city, say } };
}

function parsed() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				short: { type: 'boolean', default: false },
				alone: { type: 'boolean', default: false },
				city: { type: 'boolean', default: false }
			}
		});
	} catch (error) {
		throw sentence(USAGE, error);
	}
}
