/** What a test asks a server process of its own, and what it is told. */
import type { Acted } from '#server/contacts/acts/act.ts';
import type { ContactVerb } from '#server/telephony/open.ts';
import type { Officer } from '#shared/officers/roles.ts';

export type NodeAsked = { id: number } & (
	| { kind: 'mine'; officerId: string }
	| { kind: 'act'; acted: Acted }
	| { kind: 'receive'; key: string; officerId: string }
	| { kind: 'window'; verb: 'open' | 'hide' | 'show'; contactId: string; officer: Officer }
	| { kind: 'whomElse'; contactId: string }
	| { kind: 'command'; contactId: string; verb: ContactVerb; officer: Officer }
);

export type NodeAnswer =
	| { kind: 'listening' }
	| { kind: 'said'; line: string }
	| { kind: 'answer'; id: number; answer: unknown };
