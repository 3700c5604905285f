/** The officer's own page in its states, each at an address of its own so that it can be photographed and checked. */
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { MyWork } from '#shared/monitoring/my-work.ts';
import type { PhoneTrouble } from '#shared/monitoring/phone.ts';
import type { Tile } from '#shared/monitoring/tile.ts';
import { instant } from '#shared/time/day.ts';
import type { IdleScreenProps } from '$lib/contacts/screen.ts';
import { notTold } from '$lib/contacts/work/idle-lists.ts';
import { NOW, OFFICER_ID, RINGING } from './contacts.ts';

type Idle = Pick<
	IdleScreenProps,
	'tile' | 'offers' | 'callBacks' | 'unfinished' | 'ownDay' | 'queues' | 'ringMe'
>;
const tile = (chosen: Tile['state']['chosen'], presence: Tile['state']['presence']): Tile => ({
	officerId: OFFICER_ID,
	officerName: 'Priya Nair',
	teamId: 'recovery',
	version: 12,
	at: NOW,
	state: {
		chosen,
		presence,
		since: instant('2026-11-19T10:39:54Z'),
		contactId: null,
		step: null,
		pauseReason: null
	}
});

const withPhone = (of: Tile, phone: PhoneTrouble): Tile => ({
	...of,
	state: { ...of.state, phone }
});

const untold = (
	changes: Partial<MyWork['untold'][number]> & { id: number }
): MyWork['untold'][number] => ({
	title: 'Council Tax 2025 to 2026',
	kind: 'stop',
	sendBy: instant('2026-11-19T10:40:00Z'),
	tries: 1,
	isLate: false,
	person: { name: 'Dev Anand', isMasked: false, phone: null, isSafeContact: false },
	...changes
});

const FULL_DAY: Pick<Idle, 'callBacks' | 'unfinished' | 'ownDay' | 'queues'> = {
	callBacks: [
		{
			id: '1',
			kind: 'promised',
			time: '11:30',
			who: 'Gareth Pellow',
			reference: '7710391004',
			why: 'Debt adviser asked for balances'
		},
		{
			id: '2',
			kind: 'promised',
			time: '14:00',
			who: 'Amara Sesay',
			reference: '7710552870',
			why: 'Waiting for proof of student status'
		},
		{
			id: '3',
			kind: 'promised',
			time: '15:15',
			who: 'Leon Varga',
			reference: null,
			why: 'First payment due yesterday, not received'
		}
	],
	unfinished: notTold({
		at: NOW,
		callbacks: [],
		approvals: [],
		letters: [],
		untold: [untold({ id: 1, tries: 2 }), untold({ id: 2, isLate: true })],
		endingHolds: [],
		fromBanks: [],
		left: [],
		missed: [],
		day: { calls: 9, seen: 0, claims: 2, plans: 4 }
	}),
	ownDay: [
		{ label: 'Calls taken', figure: '9' },
		{ label: 'Arrangements agreed', figure: '4' },
		{ label: 'Referred to free debt advice', figure: '2' },
		{ label: 'Average call', figure: '12 min 40 sec' }
	],
	queues: [
		{
			queue: 'benefit-overpayments',
			waiting: 2,
			longestSince: instant('2026-11-19T10:41:38Z')
		},
		{ queue: 'parking', waiting: 1, longestSince: instant('2026-11-19T10:43:38Z') }
	]
};

const RING_ME: Idle['ringMe'] = {
	scenarios: [
		{ id: 'kelly', name: 'Kelly Ashworth', about: 'One payment for everything' },
		{
			id: 'household',
			name: 'A number two people share',
			about: 'The picker, and nothing before it'
		},
		{ id: 'withheld', name: 'Number withheld', about: 'No pop: search by what the caller says' },
		{ id: 'nobody', name: 'A number known to nobody', about: 'A daughter reports a death' }
	],
	onring: () => undefined
};

const ringing = (...offers: ContactView[]): Idle => ({
	tile: tile('available', 'ringing'),
	offers,
	queues: FULL_DAY.queues
});

export const IDLE_SCREENS: Record<string, Idle> = {
	idle: { tile: tile('available', 'available'), offers: [], ...FULL_DAY },
	'idle-empty': {
		tile: tile('available', 'available'),
		offers: [],
		callBacks: [],
		unfinished: [],
		ownDay: [],
		queues: []
	},
	'idle-demo': { tile: tile('available', 'available'), offers: [], ringMe: RING_ME },
	'phone-not-ready': {
		tile: withPhone(tile('available', 'available'), {
			because: 'pausedBySwitch',
			reason: 'Auto-Pause',
			source: 'asterisk',
			since: instant('2026-11-19T10:41:00Z')
		}),
		offers: [],
		...FULL_DAY
	},
	'idle-break': { tile: tile('paused', 'paused'), offers: [], ...FULL_DAY },
	ringing: ringing(RINGING.likely),
	'ringing-on-phone': ringing(RINGING.onPhone),
	'ringing-many': ringing(RINGING.many),
	'ringing-several': ringing(RINGING.several),
	'ringing-nobody': ringing(RINGING.nobody),
	'ringing-withheld': ringing(RINGING.withheld),
	'ringing-unavailable': ringing(RINGING.unavailable),
	'ringing-matched': ringing(RINGING.matched),
	'ringing-shared': ringing(RINGING.shared),
	'ringing-restricted': ringing(RINGING.restricted),
	'ringing-two': ringing(RINGING.likely, RINGING.several),
	missed: { tile: tile('available', 'available'), offers: [RINGING.gone], ...FULL_DAY }
};
