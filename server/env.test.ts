import { describe, expect, test } from 'vitest';
import type { Source } from './env-switches.ts';
import { isLoopback, readEnv, ROOT, type Env } from './env.ts';

const external = {
	DATABASE_URL: 'postgres://owner:pass@db.example:5432/fairline',
	AUTH_SECRET: 'x'.repeat(32)
};

function accepted(source: Source): Env {
	const read = readEnv(source);
	if (!read.ok) throw new Error(read.because.join(' '));
	return read.env;
}

function refused(source: Source): readonly string[] {
	const read = readEnv(source);
	return read.ok ? [] : read.because;
}

test('nothing set is a demo on this machine with the embedded database', () => {
	expect(accepted({})).toEqual({
		host: '127.0.0.1',
		port: 3000,
		origin: 'http://localhost:3000',
		council: 'Northmere City Council',
		dataDir: `${ROOT}/.data`,
		dataDirGiven: false,
		outboxDir: `${ROOT}/.data/outbox`,
		databaseUrl: null,
		authSecret: null,
		demo: true,
		demoDay: null,
		demoStartedAt: null,
		redisUrl: null,
		switches: [
			{ kind: 'simulator', name: 'simulator' },
			{
				kind: 'asterisk',
				name: 'asterisk',
				host: '127.0.0.1',
				port: 5038,
				username: 'fairline',
				secret: 'fairline',
				tls: false,
				trustedTrunk: false,
				dialContext: '',
				presents: '',
				threeWay: '',
				quietWhenAbsent: true
			}
		]
	});
});

test('what is set to nothing counts as not set', () => {
	const blank = {
		DATABASE_URL: '',
		PORT: ' ',
		DEMO: '',
		TELEPHONY: '',
		AUTH_SECRET: '',
		ORIGIN: ''
	};
	expect(readEnv(blank)).toEqual(readEnv({}));
});

test('the environment cannot be changed after it was read', () => {
	expect(Object.isFrozen(accepted({}))).toBe(true);
});

describe('demo accounts exist only where nobody else can reach them, or when asked for', () => {
	test.each<[demo: boolean, source: Source]>([
		[true, {}],
		[true, { HOST: 'localhost' }],
		[true, { HOST: '::1' }],
		[true, { HOST: '127.8.8.8' }],
		[false, { HOST: '0.0.0.0' }],
		[false, { HOST: '::' }],
		[false, { HOST: '10.0.0.4' }],
		[false, { HOST: '127.0.0.1.example.com' }],
		[false, external],
		[true, { ...external, DEMO: '1' }],
		[true, { HOST: '0.0.0.0', DEMO: '1' }],
		[false, { DEMO: '0' }]
	])('demo is %s with %o', (demo, source) => {
		expect(accepted(source).demo).toBe(demo);
	});
});

describe('a wrong value is refused with the name it stands under', () => {
	test.each<[name: string, source: Source]>([
		['PORT', { PORT: '0' }],
		['PORT', { PORT: '65536' }],
		['PORT', { PORT: '3e3' }],
		['PORT', { PORT: '0x50' }],
		['PORT', { PORT: '-1' }],
		['PORT', { PORT: '3000.5' }],
		['HOST', { HOST: 'two words' }],
		['HOST', { HOST: '127.0.0.1:3000' }],
		['HOST', { HOST: 'http://localhost' }],
		['ORIGIN', { ORIGIN: 'localhost:3000' }],
		['ORIGIN', { ORIGIN: 'https://fairline.example/app' }],
		['ORIGIN', { ORIGIN: 'https://user:pass@fairline.example' }],
		['ORIGIN', { ORIGIN: 'https://fairline.example?x=1' }],
		['ORIGIN', { ORIGIN: 'javascript:alert(1)' }],
		['DATABASE_URL', { ...external, DATABASE_URL: 'mysql://db/fairline' }],
		['DATABASE_URL', { ...external, DATABASE_URL: 'postgres://db' }],
		['DATABASE_URL', { ...external, DATABASE_URL: 'fairline' }],
		['AUTH_SECRET', { DATABASE_URL: external.DATABASE_URL }],
		['AUTH_SECRET', { ...external, AUTH_SECRET: 'x'.repeat(31) }],
		['AUTH_SECRET', { AUTH_SECRET: 'short' }],
		['DEMO', { DEMO: 'true' }],
		['DEMO', { DEMO: '2' }],
		['DEMO_DAY', { DEMO_DAY: '19/11/2026' }],
		['DEMO_DAY', { DEMO_DAY: '2026-02-29' }],
		['DEMO_DAY', { DEMO_DAY: '2026-11-19', DEMO: '0' }],
		['DEMO_DAY', { ...external, DEMO_DAY: '2026-11-19' }],
		['DEMO_STARTED_AT', { DEMO_STARTED_AT: 'yesterday' }],
		['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
		['TELEPHONY', { TELEPHONY: 'cisco' }],
		['TELEPHONY', { TELEPHONY: 'asterisk:0' }],
		['TELEPHONY', { TELEPHONY: 'asterisk,' }],
		['TELEPHONY', { TELEPHONY: 'simulator,simulator' }],
		['TELEPHONY', { TELEPHONY: 'asterisk,asterisk:2' }],
		['ASTERISK_HOST', { ASTERISK_HOST: 'a b' }],
		['ASTERISK_PORT', { ASTERISK_PORT: 'AMI' }],
		['ASTERISK_TRUSTED_TRUNK', { ASTERISK_TRUSTED_TRUNK: 'yes' }],
		['ASTERISK_SECRET', { ASTERISK_SECRET: 'one\r\nAction: Originate' }],
		['ASTERISK_USERNAME', { DEMO: '0', TELEPHONY: 'asterisk', ASTERISK_SECRET: 's' }],
		['ASTERISK_SECRET', { DEMO: '0', TELEPHONY: 'asterisk', ASTERISK_USERNAME: 'u' }],
		['TELEPHONY', { TELEPHONY: 'webhook:' }],
		['TELEPHONY', { TELEPHONY: 'webhook:Pbx' }],
		['WEBHOOK_PBX_SECRET', { TELEPHONY: 'webhook:pbx' }],
		['WEBHOOK_PBX_SECRET', { TELEPHONY: 'webhook:pbx', WEBHOOK_PBX_SECRET: 'whsec_short' }],
		['WEBHOOK_PBX_SECRET', { TELEPHONY: 'webhook:pbx', WEBHOOK_PBX_SECRET: `${'k'.repeat(9)},` }],
		['ASTERISK_2_PORT', { TELEPHONY: 'asterisk:2', ASTERISK_2_PORT: '70000' }],
		['KAMAILIO_HOST', { TELEPHONY: 'kamailio', KAMAILIO_HOST: 'not a host' }],
		['KAMAILIO_PORT', { TELEPHONY: 'kamailio', KAMAILIO_PORT: '0' }],
		['TELEPHONY', { TELEPHONY: 'kamailio,kamailio:2' }]
	])('%s in %o', (name, source) => {
		const sentences = refused(source);
		expect(sentences).toHaveLength(1);
		expect(sentences[0]).toMatch(new RegExp(`^${name}\\b.*\\.$`));
	});
});

test('everything wrong is said at once', () => {
	expect(refused({ PORT: 'x', HOST: 'x y', DEMO: 'x', TELEPHONY: 'x' })).toHaveLength(4);
});

test('a refusal never repeats a password', () => {
	const sentences = refused({ DATABASE_URL: 'postgres:/owner:hunter2@db', AUTH_SECRET: 'hunter2' });
	expect(sentences).toHaveLength(2);
	expect(sentences.join(' ')).not.toContain('hunter2');
});

test('the address is written the way a browser writes it', () => {
	expect(accepted({ ORIGIN: 'https://Fairline.example:443/' }).origin).toBe(
		'https://fairline.example'
	);
	expect(accepted({ PORT: '8080' }).origin).toBe('http://localhost:8080');
});

test('outside a demo no switch is listened to unless it is named', () => {
	expect(accepted(external).switches).toEqual([]);
});

test('several switches are read from their own names, and one that was named is missed when it is away', () => {
	const { switches } = accepted({
		...external,
		TELEPHONY: 'asterisk, asterisk:2',
		ASTERISK_HOST: 'pbx-one.example',
		ASTERISK_USERNAME: 'one',
		ASTERISK_SECRET: 'first secret',
		ASTERISK_TRUSTED_TRUNK: '1',
		ASTERISK_2_HOST: 'pbx-two.example',
		ASTERISK_2_PORT: '5039',
		ASTERISK_2_TLS: '1',
		ASTERISK_2_USERNAME: 'two',
		ASTERISK_2_SECRET: 'second secret'
	});
	expect(switches).toMatchObject([
		{ name: 'asterisk', host: 'pbx-one.example', port: 5038, tls: false, trustedTrunk: true },
		{ name: 'asterisk:2', host: 'pbx-two.example', port: 5039, tls: true, trustedTrunk: false }
	]);
	expect(switches).toMatchObject([{ quietWhenAbsent: false }, { quietWhenAbsent: false }]);
});

test('a Kamailio is looked for on this machine unless an address is named', () => {
	const { switches } = accepted({ ...external, TELEPHONY: 'kamailio', KAMAILIO_PORT: '9448' });
	expect(switches).toEqual([{ kind: 'kamailio', name: 'kamailio', host: '127.0.0.1', port: 9448 }]);
});

test('only this machine is loopback', () => {
	const hosts = ['localhost', '127.0.0.1', '::1', '0.0.0.0', 'localhost.example', '128.0.0.1'];
	expect(hosts.filter(isLoopback)).toEqual(['localhost', '127.0.0.1', '::1']);
});
