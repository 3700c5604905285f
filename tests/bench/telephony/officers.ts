/**
 * Two hundred officers' screens, a process of its own and the same for both sides: each a socket that is signed in.
 * They note when a contact first comes to a screen, and finish with it as an officer does once their part is over.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { EMPTY, standingOf, type Contact } from '#shared/contacts/state/fold.ts';
import { nowUs } from '../protocol.ts';
import type { OfficersAsked, OfficersSaid, Person, Pop } from './said.ts';

type View = { contactId: string; version: number; contact: Partial<Contact> };
type Held = Pop & { version: number };
type Screen = Person & { finishing: Set<string>; finished: Set<string> };

const LOOK_MS = 50;
/** Nobody presses a key sooner than this once a call is over. */
const FINISH_MS = 300;

const { origin, people } = JSON.parse(process.argv[2] ?? '') as OfficersAsked;
const say = (said: OfficersSaid) => process.send?.(said);
const screens = people.map((person) => ({
	...person,
	finishing: new Set<string>(),
	finished: new Set<string>()
}));
let pops = new Map<string, Held>();
let connected = 0;
let refused = 0;

process.on('disconnect', () => process.exit());
/** Asked for what has come so far, it waits until they have finished with it all; from then on it is counted anew. */
process.on('message', () => void take());
for (const screen of screens) open(screen);

async function take(): Promise<void> {
	const isBusy = () => screens.some(({ finishing, finished }) => finishing.size > finished.size);
	while (isBusy()) await pause(LOOK_MS);
	say({ kind: 'taken', pops: [...pops.values()], refused });
	pops = new Map();
}

function open(screen: Screen): void {
	const { officerId, cookie } = screen;
	const socket = io(origin, {
		transports: ['websocket'],
		forceNew: true,
		auth: { officerId },
		extraHeaders: headersOf(screen)
	});
	socket.on('contact:changed', (view: View) => {
		const atUs = nowUs();
		const contact = { ...EMPTY, ...view.contact };
		const standing = standingOf(contact, officerId);
		seen(screen, { ...view, isRinging: standing === 'ringing' }, atUs);
		if (standing === 'wrap-up') void finish(screen, view.contactId, 'wrappedUp');
		else if (standing === 'missed') void finish(screen, view.contactId, 'dismissed');
	});
	socket.once('connect', () => {
		connected += 1;
		if (connected === screens.length) say({ kind: 'ready' });
	});
	if (cookie !== null) socket.on('session:ended', () => (refused += 1));
}

function headersOf({ cookie }: Person): Record<string, string> {
	return { origin, ...(cookie === null ? {} : { cookie }) };
}

/** Of a call that a late server hears all at once the first that comes may be how it ended. */
function seen(
	{ extension }: Screen,
	{ contactId, version, isRinging }: Pick<View, 'contactId' | 'version'> & { isRinging: boolean },
	atUs: number
): void {
	const key = `${contactId} ${extension}`;
	const held = pops.get(key);
	if (!held) pops.set(key, { contactId, extension, version, atUs, times: 1 });
	// A newer state of what is held is no other pop; the same again is.
	else if (isRinging) {
		const times = held.times + (version === held.version ? 1 : 0);
		pops.set(key, { ...held, version, times });
	}
}

/** Once: what is heard while the server writes it is of before. */
async function finish(
	screen: Screen,
	contactId: string,
	type: 'wrappedUp' | 'dismissed'
): Promise<void> {
	const { finishing, finished } = screen;
	if (finishing.has(contactId)) return;
	finishing.add(contactId);
	await pause(FINISH_MS);
	const answer = await fetch(`${origin}${screen.cookie === null ? '/act' : '/trpc/contacts.act'}`, {
		method: 'POST',
		headers: { ...headersOf(screen), 'content-type': 'application/json' },
		body: JSON.stringify({ contactId, events: [{ key: randomUUID(), body: { type } }] })
	});
	const said = await answer.text();
	if (!answer.ok || !said.includes('"ok":true')) refused += 1;
	finished.add(contactId);
}
