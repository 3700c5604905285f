/**
 * `npm run seed -- [--on DAY] [--households N] [--seed N] [--again]` fills the demo council's database with people,
 * beside a running product or alone: Northmere's own, or a whole city. `--extracts DIR` writes the source systems' files
 * it would have come from too, `--noise` with the slips that real ones have. It refuses to write over customers without
 * `--again`, and never touches a council that is not a demo.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { clockFor } from '../clock.ts';
import { seedDemo, type Seeding } from '../db/seed/seed-demo.ts';
import { say } from '../say.ts';
import { sentence } from '../sentence.ts';
import { formatDay, isDay, type Day } from '../../shared/time/day.ts';
import { command, onDatabase } from './command.ts';
import { environment } from './environment.ts';

const USAGE =
	'Usage: npm run seed -- [--on YYYY-MM-DD] [--households N] [--seed N] [--again] [--extracts DIR [--noise]]';
/** More would be more than the city has numbers and postcodes for. */
const MOST_HOUSEHOLDS = 300_000;

await command(() => run(argumentsOf()));

type Arguments = { on: Day | null } & Pick<Seeding, 'again' | 'households' | 'seed' | 'extracts'>;

function argumentsOf(): Arguments {
	const { values } = parsed();
	const on = values.on ?? null;
	if (on !== null && !isDay(on)) throw sentence(`--on takes a day such as 2026-11-19. ${USAGE}`);
	if (values.noise && values.extracts === undefined) {
		throw sentence(`--noise is for the files of --extracts alone. ${USAGE}`);
	}
	return {
		on,
		again: values.again ?? false,
		...wholeNumber('households', { text: values.households, most: MOST_HOUSEHOLDS }),
		...wholeNumber('seed', { text: values.seed, most: 2 ** 32 - 1 }),
		...(values.extracts === undefined
			? {}
			: { extracts: { folder: resolve(values.extracts), isNoisy: values.noise ?? false } })
	};
}

function wholeNumber<Name extends string>(
	name: Name,
	{ text, most }: { text: string | undefined; most: number }
): Partial<Record<Name, number>> {
	if (text === undefined) return {};
	if (/^\d{1,10}$/.test(text) && Number(text) <= most) {
		return { [name]: Number(text) } as Record<Name, number>;
	}
	throw sentence(`--${name} takes a whole number up to ${most.toLocaleString('en-GB')}. ${USAGE}`);
}

function parsed() {
	try {
		return parseArgs({
			options: {
				on: { type: 'string' },
				households: { type: 'string' },
				seed: { type: 'string' },
				again: { type: 'boolean' },
				extracts: { type: 'string' },
				noise: { type: 'boolean' }
			}
		});
	} catch (error) {
		throw sentence(USAGE, error);
	}
}

async function run({ on, ...size }: Arguments): Promise<void> {
	const env = environment();
	if (!env.demo) {
		throw sentence(
			'The people of the seed are invented and only a demo may have them: set DEMO=1 if this is one.'
		);
	}
	await onDatabase(env, async (url) => {
		const today = on ?? clockFor(env).today();
		const seeded = await seedDemo({ url, today, say, ...size });
		if (!seeded.ok) {
			throw sentence(
				'The database has customers already: run npm run seed -- --again to replace them all. Nothing was changed.'
			);
		}
		for (const line of seeded.moved) say(line);
		const count = (number: number) => number.toLocaleString('en-GB');
		say(
			`${count(seeded.customers)} customers with ${count(seeded.debts)} debts in ${count(seeded.rows)} rows, as at ${formatDay(today)}.`
		);
	});
}
