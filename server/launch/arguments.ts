/** What may stand after `npm start --`: `dev`, which `npm run dev` puts there, and `--on DAY`. */
import { parseArgs } from 'node:util';
import { isDay, type Day } from '#shared/time/day.ts';
import { sentence } from '../sentence.ts';

export type Asked = Readonly<{
	/** The development server, with hot reload, instead of the built pages. */
	dev: boolean;
	/** The same as DEMO_DAY: the demo's data and its clock are of that day. */
	on: Day | null;
}>;

export function readArguments(args: readonly string[]): Asked {
	const { values, positionals } = parsed(args);
	const [mode, ...more] = positionals;
	if (more.length > 0 || (mode !== undefined && mode !== 'dev')) throw usage();
	if (values.on !== undefined && !isDay(values.on)) {
		throw sentence('--on must be a day written as YYYY-MM-DD, such as --on 2026-11-19.');
	}
	return { dev: mode === 'dev', on: values.on ?? null };
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: { on: { type: 'string' } },
			allowPositionals: true
		});
	} catch (error) {
		throw usage(error);
	}
}

function usage(cause?: unknown): Error {
	return sentence('Say npm start, npm run dev, or either with -- --on YYYY-MM-DD.', cause);
}
