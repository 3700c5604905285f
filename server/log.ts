/**
 * The one writer of the log: a JSON line for every command, call event and refusal, with ids, milliseconds and outcome
 * and nothing personal. It works by allow-list: a field that is not named here cannot be written, a value that is not a
 * plain name, id or number is withheld, and of an error only its kind, code and place in our files is kept, because
 * messages quote what people typed.
 */
import { randomInt } from 'node:crypto';
import { relative } from 'node:path';
import { pino, stdTimeFunctions } from 'pino';
import { ROOT } from './env.ts';
import { countingRefusals } from './refusals.ts';

/** Everything a line may hold. Add a name here only when its values can never describe a person. */
const ALLOWED = [
	'event',
	'name',
	'outcome',
	'because',
	'ms',
	'count',
	'status',
	'role',
	'switch',
	'port',
	'build',
	'version',
	'attempt',
	'officerId',
	'contactId',
	'callId',
	'arrangementId',
	'requestId',
	'errorId'
] as const;

export type LogFields = Readonly<
	{ event: string } & { [name in (typeof ALLOWED)[number]]?: string | number | boolean | null }
>;

export type Log = Readonly<{
	info: (fields: LogFields) => void;
	warn: (fields: LogFields) => void;
	/** Something of ours or the world's failed. Returns the short id that the officer is shown. */
	failure: (fields: LogFields, cause: unknown) => string;
	/** How often what was refused, in the form that monitoring programs read. */
	refusals: () => string;
}>;

/** A log to standard output, or line by line to `write` where a test wants to read it. */
export function openLog(write?: (line: string) => void): Log {
	const options = {
		base: { process: process.pid },
		timestamp: stdTimeFunctions.isoTime,
		formatters: { level: (level: string) => ({ level }) }
	};
	const to = write ? { write } : pino.destination({ fd: 1, sync: true });
	const lines = pino(options, to);
	const refusals = countingRefusals();
	return Object.freeze({
		info: (fields) => {
			const line = allowed(fields);
			if (line['outcome'] === 'refused') refusals.note(line);
			lines.info(line);
		},
		warn: (fields) => {
			const line = allowed(fields);
			refusals.note(line);
			lines.warn(line);
		},
		refusals: () => refusals.metrics(),
		failure: (fields, cause) => {
			const errorId = fields.errorId ? String(fields.errorId) : newErrorId();
			lines.error({ ...allowed({ ...fields, errorId }), ...placeOf(cause) });
			return errorId;
		}
	});
}

/** Short enough to read down a telephone, without letters and figures that sound or look alike: `7FK4-QM2X`. */
export function newErrorId(): string {
	const letters = '23456789CDFGHJKMPQRTVWXY';
	const four = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
	return `${four()}-${four()}`;
}

function allowed(fields: LogFields): Record<string, unknown> {
	const named = ALLOWED.filter((name) => fields[name] !== undefined);
	return Object.fromEntries(named.map((name) => [name, plain(fields[name])]));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PLAIN = /^[\w.:/-]{1,80}$/;
/** A switch likes to put the caller's number into a channel's name. */
const TELEPHONE = /(\+?44|0)\d{9,}/;

function plain(value: unknown): unknown {
	if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
	if (typeof value !== 'string') return '[withheld]';
	if (UUID.test(value)) return value;
	return PLAIN.test(value) && !TELEPHONE.test(value) ? value : '[withheld]';
}

/** The kinds, the code and the lines of code. Drizzle and others wrap the error that says what happened. */
function placeOf(cause: unknown): Record<string, unknown> {
	const chain = chainOf(cause);
	const coded = chain.find((each) => 'code' in each);
	return {
		error: chain.map((each) => plain(each.name)).join(' < ') || typeof cause,
		...(coded && 'code' in coded ? { code: plain(coded.code) } : {}),
		at: chain.slice(-1).flatMap(framesOf)
	};
}

function chainOf(cause: unknown): Error[] {
	const chain: Error[] = [];
	for (let each = cause; each instanceof Error && chain.length < 4; each = each.cause) {
		chain.push(each);
	}
	return chain;
}

/** A message may hold line breaks, so it is cut off before the stack is read line by line. */
function framesOf(error: Error): string[] {
	const stack = error.stack ?? '';
	const message = stack.indexOf(error.message);
	return stack
		.slice(message < 0 ? 0 : message + error.message.length)
		.split('\n')
		.map((line) => /^\s+at (?:.*\()?(?:file:\/\/)?([^()]+:\d+:\d+)\)?$/.exec(line)?.[1])
		.filter((place) => place !== undefined)
		.map((place) => (place.startsWith('/') ? relative(ROOT, place) : place))
		.slice(0, 8);
}
