/**
 * What one process tells the others of the same database in a word: what moved, or what only the one that listens to a
 * switch can do. Told by the database itself, so that it is heard by whoever is connected to it and by nobody else;
 * whoever was away reads everything anew instead. A process that is the only one tells nobody.
 */
import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import type { Part } from '../part.ts';
import type { Answer, Asked } from '../telephony/listening/question.ts';

export type Notice =
	| { kind: 'contact'; contactId: string }
	| { kind: 'tile'; officerId: string }
	/** A customer's own window was covered, shown again or closed. */
	| { kind: 'window'; contactId: string }
	/** Officers who have a screen open at a process; one who has none there any more; and who asks for the former. */
	| { kind: 'screens'; process: string; officerIds: readonly string[] }
	| { kind: 'screen-gone'; process: string; officerId: string }
	| { kind: 'screens-asked' }
	/** To whoever listens to the switch, who says at once that it is there, and later what came of it. */
	| { kind: 'asked'; id: string; source: string; asked: Asked }
	| { kind: 'taken'; id: string }
	| { kind: 'answered'; id: string; answer: Answer };

export type NoticeListener = {
	heard(notice: Notice): void;
	/** Some may have been missed. */
	missed(): void;
};

export type Notices = Part & {
	tell(notice: Notice): void;
	/** Every listener hears every notice of the others, none of ours. */
	listen(listener: NoticeListener): void;
};

const CHANNEL = 'fairline';

export const NO_NOTICES: Notices = { tell: () => undefined, listen: () => undefined };

export async function openNotices({
	url,
	failed
}: {
	url: string;
	failed: (cause: unknown) => void;
}): Promise<Notices> {
	const sql = postgres(url, { max: 1, max_lifetime: null, onnotice: () => undefined });
	const us = randomUUID();
	const listeners: NoticeListener[] = [];
	let isBegun = false;
	await sql.listen(
		CHANNEL,
		(payload) => {
			const { from, notice } = JSON.parse(payload) as { from: string; notice: Notice };
			if (from !== us) for (const listener of listeners) listener.heard(notice);
		},
		() => {
			if (isBegun) for (const listener of listeners) listener.missed();
			isBegun = true;
		}
	);
	return {
		tell(notice) {
			sql.notify(CHANNEL, JSON.stringify({ from: us, notice })).catch(failed);
		},
		listen: (listener) => void listeners.push(listener),
		dispose: () => sql.end({ timeout: 1 })
	};
}
