/** What the processes of the load say to each other. */

export type SideName = 'ours' | 'least';

/** A telephone that rang: its call, its own leg of it, whose it is, and when the bytes were written. */
export type Ring = { call: string; leg: string; extension: string; atUs: number };

export type SwitchAsked = { extensions: readonly string[] };

export type PlayAsked =
	/** Who calls. */
	| { kind: 'numbers'; numbers: readonly string[] }
	| { kind: 'play'; side: SideName; ms: number; perSecond: number }
	/** So many calls as fast as they are taken. */
	| { kind: 'flood'; calls: number };

export type SwitchSaid =
	| { kind: 'listening'; ports: Record<SideName, number> }
	| { kind: 'joined' }
	| { kind: 'played'; rings: readonly Ring[] }
	| Flooded;

export type Flooded = {
	kind: 'flooded';
	calls: readonly string[];
	events: number;
	bytes: number;
	beganAtUs: number;
	/** What a bare parser takes over the same bytes. */
	bareUs: number;
};

export type Person = { officerId: string; extension: string; cookie: string | null };

export type OfficersAsked = { origin: string; people: readonly Person[] };

/** A contact that came to an officer's screen: first when, and how often as the same. */
export type Pop = { contactId: string; extension: string; atUs: number; times: number };

export type OfficersSaid =
	{ kind: 'ready' } | { kind: 'taken'; pops: readonly Pop[]; refused: number };

export type LeastAsked = { databaseUrl: string; amiPort: number };

export type LeastSaid = { kind: 'listening'; origin: string };

export type Hurt = 'line' | 'packet' | 'variables';

export type HostileAsked = { hurt: Hurt; ms: number };

export type HostileSaid =
	{ kind: 'listening'; port: number } | { kind: 'hurt'; times: number; bytes: number };
