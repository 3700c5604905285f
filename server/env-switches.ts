/**
 * Which telephone switches are listened to, from `TELEPHONY` and the names that go with each entry of it.
 * `asterisk` reads ASTERISK_HOST and the rest, `asterisk:2` reads ASTERISK_2_HOST and the rest, and so does `kamailio`.
 * In demo mode simulator and Asterisk are on unless said otherwise, and a switch nobody named may be absent without a
 * word.
 */
import { readWebhook, WEBHOOK_NAME, type WebhookSettings } from './env-webhooks.ts';

/** What is set, by name, before anything is made of it. */
export type Source = Readonly<Record<string, string | undefined>>;

export type SwitchSettings =
	| Readonly<{ kind: 'simulator'; name: 'simulator' }>
	| WebhookSettings
	| Readonly<{
			kind: 'asterisk';
			/** `asterisk`, `asterisk:2`, ...: as TELEPHONY has it, and in health and the log. */
			name: string;
			host: string;
			port: number;
			username: string;
			secret: string;
			/** Encrypted, with the switch's certificate checked. */
			tls: boolean;
			/** The trunk's caller numbers are network numbers, so a missing presentation means unknown, not allowed. */
			trustedTrunk: boolean;
			/** The dialplan context in which officers' telephones dial out; empty where we may not make them. */
			dialContext: string;
			/** The council's number that customers are shown; empty for the trunk's own. */
			presents: string;
			/** What features.conf has for `atxferthreeway`, as `*3`; empty where we may not bring three together. */
			threeWay: string;
			/** On only because this is a demo: not answering is no fault and is not reported as one. */
			quietWhenAbsent: boolean;
	  }>
	| Readonly<{
			kind: 'kamailio';
			/** `kamailio`, `kamailio:2`, ... */
			name: string;
			/** Where its evapi listens. */
			host: string;
			port: number;
	  }>;

type SwitchesRead =
	{ ok: true; switches: readonly SwitchSettings[] } | { ok: false; because: readonly string[] };

export function readSwitches({
	source,
	demo
}: {
	/** Without blanks: a name is there with a value or it is not there. */
	source: Source;
	demo: boolean;
}): SwitchesRead {
	const listed = source['TELEPHONY'];
	const names =
		listed?.split(',').map((name) => name.trim()) ?? (demo ? ['simulator', 'asterisk'] : []);
	const because: string[] = [];
	const switches = names.map((name) => {
		if (name === 'simulator') return { kind: 'simulator', name } as const;
		if (/^asterisk(:[1-9]\d{0,2})?$/.test(name)) {
			return asterisk({ name, source, demo, quietWhenAbsent: demo && !listed, because });
		}
		if (/^kamailio(:[1-9]\d{0,2})?$/.test(name)) return kamailio({ name, source, because });
		if (WEBHOOK_NAME.test(name)) return readWebhook({ name, source, because });
		because.push(
			'TELEPHONY must be a comma list of simulator, asterisk, asterisk:2, kamailio, webhook:NAME and so on.'
		);
		return null;
	});
	if (new Set(names).size < names.length) because.push('TELEPHONY names the same switch twice.');
	because.push(...sharedAddresses(switches));
	if (because.length > 0) return { ok: false, because };
	return { ok: true, switches: switches.filter((each) => each !== null) };
}

function asterisk({
	name,
	source,
	demo,
	quietWhenAbsent,
	because
}: {
	name: string;
	source: Source;
	demo: boolean;
	quietWhenAbsent: boolean;
	because: string[];
}): SwitchSettings {
	const read = readerOf({ name, source, because });
	/** `npm run replay` takes any name and secret, so that a demo needs neither. */
	const inDemo = demo ? 'fairline' : undefined;
	return {
		kind: 'asterisk',
		name,
		host: read('HOST', isHost, 'must be the address of the switch', '127.0.0.1'),
		port: Number(read('PORT', isPort, 'must be a whole number from 1 to 65535', '5038')),
		username: read('USERNAME', isOneLine, 'must be one line of plain characters', inDemo),
		secret: read('SECRET', isOneLine, 'must be one line of plain characters', inDemo),
		tls: read('TLS', isFlag, 'must be 1 or 0', '0') === '1',
		trustedTrunk: read('TRUSTED_TRUNK', isFlag, 'must be 1 or 0', '0') === '1',
		dialContext: read('DIAL_CONTEXT', isName, 'must be the name of a context', ''),
		presents: read('PRESENTS', isDigits, 'must be the digits of a number', ''),
		threeWay: read('THREE_WAY', isKeys, 'must be the keys of atxferthreeway, as *3', ''),
		quietWhenAbsent
	};
}

function kamailio({ name, source, because }: Named): SwitchSettings {
	const read = readerOf({ name, source, because });
	return {
		kind: 'kamailio',
		name,
		host: read('HOST', isHost, 'must be the address of the switch', '127.0.0.1'),
		port: Number(read('PORT', isPort, 'must be a whole number from 1 to 65535', '8448'))
	};
}

type Named = { name: string; source: Source; because: string[] };

/** Reads what is set for one switch, or says why it cannot be. */
function readerOf({ name, source, because }: Named) {
	const prefix = name.replace(':', '_').toUpperCase();
	return (
		field: string,
		accepts: (value: string) => boolean,
		sentence: string,
		otherwise?: string
	) => {
		const value = source[`${prefix}_${field}`] ?? otherwise;
		if (value !== undefined && accepts(value)) return value;
		because.push(
			`${prefix}_${field} ${value === undefined ? `is needed with TELEPHONY=${name}` : sentence}.`
		);
		return '';
	};
}

/** Two names for one switch would hear every call twice. */
function sharedAddresses(switches: readonly (SwitchSettings | null)[]): string[] {
	const seen = new Map<string, string>();
	return switches.flatMap((each) => {
		if (each?.kind !== 'asterisk' && each?.kind !== 'kamailio') return [];
		const address = `${each.host}:${each.port}`;
		const other = seen.get(address);
		seen.set(address, each.name);
		if (!other || other === each.name) return [];
		return [`TELEPHONY: ${other} and ${each.name} have the same address; give each its own.`];
	});
}

export function isPort(value: string): boolean {
	return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535;
}

/** A name, an IPv4 address or an IPv6 address without its brackets. */
export function isHost(value: string): boolean {
	if (value.includes(':')) return URL.canParse(`http://[${value}]`);
	return /^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?$/.test(value);
}

const isName = (value: string) => /^[A-Za-z0-9_-]{0,79}$/.test(value);

const isDigits = (value: string) => /^(\+?\d{3,15})?$/.test(value);

const isKeys = (value: string) => /^[\d*#A-D]{0,8}$/.test(value);

const isFlag = (value: string) => value === '0' || value === '1';

/** The switch's protocol is lines: a line break in a secret would be a second command. */
function isOneLine(value: string): boolean {
	return value.length <= 200 && /^[\x20-\x7e]+$/.test(value);
}
