/** A council's telephone system, its server processes, and the officer who has a screen on each of them. */
import { expect } from 'vitest';
import { stopwatch, systemClock } from '#server/clock.ts';
import { connect, type Database } from '#server/db/client.ts';
import { openLog } from '#server/log.ts';
import { addOfficer } from '#server/officers/accounts.ts';
import { createAuth } from '#server/officers/auth.ts';
import { teams } from '#server/officers/tables.ts';
import { LIFELIKE } from '#server/telephony/simulator/exchange.ts';
import { Simulator } from '#server/telephony/simulator/simulator.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { AUTH_SECRET, startNode, type Node } from './nodes.ts';
import { openScreen, type Screen } from './screen.ts';

export type Council = Awaited<ReturnType<typeof openCouncil>>;

const PASSWORD = 'a password for tests';
/** Nobody gives up while a process starts. */
const PATIENT = { ...LIFELIKE, ringMs: 600_000, patienceMs: 900_000 };
export const soon = { timeout: 15_000, interval: 20 };

export async function openCouncil({
	databaseUrl,
	redisUrl
}: {
	databaseUrl: string;
	redisUrl: string;
}) {
	const simulator = new Simulator({ clock: systemClock, pace: PATIENT });
	const database = connect(databaseUrl, { orm: 2, sql: 2, hot: 1 });
	const people = await peopleIn(database);
	const { priya } = people;
	const settings = {
		DATABASE_URL: databaseUrl,
		REDIS_URL: redisUrl,
		TELEPHONY: 'asterisk',
		ASTERISK_PORT: String(await simulator.listen()),
		ASTERISK_USERNAME: 'fairline',
		ASTERISK_SECRET: 'fairline'
	};
	const nodes = new Set<Node>();
	let rung = 0;
	const start = async () => {
		const node = await startNode(settings);
		nodes.add(node);
		return node;
	};
	const screenOn = (node: Node, { cookie, officer }: SignedIn = priya) =>
		openScreen(node, { cookie, officerId: officer.id });
	return {
		simulator,
		database,
		...people,
		start,
		screenOn,
		/** Two that are up. */
		two: () => twoOf(nodes, start),
		rung: () => rung,
		/** A customer rings. */
		ring(): string {
			rung += 1;
			const caller = { number: `+4477009${String(rung).padStart(5, '0')}`, name: '' };
			return simulator.ring({ extension: '1001', caller, queue: 'council-tax', menu: null });
		},
		listeners: () => [...nodes].filter((node) => node.isListening()),
		contactOf: (call: string) => contactOf(database, call),
		async killListener() {
			const listener = [...nodes].find((node) => node.isListening());
			if (!listener) throw new Error('Nobody listens.');
			const since = stopwatch();
			nodes.delete(listener);
			await listener.kill();
			return { listener, since };
		},
		async close() {
			await Promise.all([...nodes].map((node) => node.kill()));
			await simulator.stop();
			await database.close();
		}
	};
}

async function twoOf(nodes: ReadonlySet<Node>, start: () => Promise<Node>): Promise<[Node, Node]> {
	while (nodes.size < 2) await start();
	const [one, other] = nodes;
	if (!one || !other) throw new Error('There are two.');
	return [one, other];
}

/** The screens of a process that died are opened again at a new one. */
export async function screensWithout(
	dead: Node,
	{ council, screens }: { council: Council; screens: readonly Screen[] }
): Promise<Screen[]> {
	for (const screen of screens) if (screen.node === dead) screen.close();
	const left = screens.filter(({ node }) => node !== dead);
	return [...left, await council.screenOn(await council.start())];
}

async function contactOf({ sql }: Database, call: string): Promise<string> {
	const find = async () => {
		const [found] = await sql<{ id: string }[]>`
			select id from contacts where source_contact_id = ${call}`;
		return found?.id ?? '';
	};
	await expect.poll(find, soon).not.toBe('');
	return find();
}

type SignedIn = { officer: Officer; cookie: string };

async function peopleIn(
	database: Database
): Promise<Record<'priya' | 'daniel' | 'ruth', SignedIn>> {
	const auth = createAuth({
		db: database,
		origin: 'http://localhost:20000',
		secret: AUTH_SECRET,
		clock: systemClock,
		log: openLog(() => undefined)
	});
	const team = { id: 'revenues', name: 'Revenues' };
	await database.orm.insert(teams).values(team);
	const signedIn = async (person: Pick<Officer, 'name' | 'role' | 'extension'>) => {
		const email = `${person.name.split(' ')[0]?.toLowerCase()}@northmere.example`;
		const officer = { ...person, email, teamId: team.id };
		const id = await addOfficer(auth, { officer, password: PASSWORD });
		const attempt = { email, address: '192.0.2.1', userAgent: null };
		const came = await auth.signIn({ ...attempt, password: PASSWORD });
		if (!came.ok) throw new Error(`${person.name} could not sign in.`);
		const cookie = came.cookies
			.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
			.join('; ');
		return { officer: { id, ...person, teamId: team.id }, cookie };
	};
	return {
		priya: await signedIn({ name: 'Priya Shah', role: 'officer', extension: '1001' }),
		daniel: await signedIn({ name: 'Daniel Okafor', role: 'officer', extension: '1002' }),
		ruth: await signedIn({ name: 'Ruth Ellison', role: 'leader', extension: null })
	};
}
