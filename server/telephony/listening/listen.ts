/**
 * What a process that listens to a switch does with what it hears, and how it keeps up with what the others move
 * meanwhile.
 */
import type { App } from '../../app.ts';
import type { Announcer } from '../../realtime/announce.ts';
import type { Notices } from '../../realtime/notices.ts';
import { everyTile, tileOf } from '../../monitoring/queries.ts';
import type { Switches } from '../listen.ts';
import type { Phones } from '../phones.ts';
import type { PresenceTold } from '../presence-told.ts';

type Listening = Pick<App, 'db' | 'contacts'> & {
	switches: Switches;
	told: PresenceTold;
	phones: Pick<Phones, 'hear'>;
	announcer: Pick<Announcer, 'boards'>;
	notices: Notices;
	failed: (cause: unknown) => void;
};

/** While a switch is ours, what is told of it is written; it knows who is there before it says who calls. */
export function listen(needs: Listening): void {
	const { db, switches, told, phones, contacts } = needs;
	heed(needs);
	switches.start({
		async begin(source, turn) {
			await contacts.takeOver({ source, ...turn });
			for (const tile of await everyTile(db.sql)) told.tell(tile);
		},
		hear(event, term) {
			told.hear(event);
			phones.hear(event);
			return contacts.hear(event, term);
		}
	});
}

/** What another process has moved is known anew where it is kept: by whoever listens to a switch. */
function heed({ db, switches, told, contacts, announcer, notices, failed }: Listening): void {
	const tellEvery = async () => {
		for (const tile of await everyTile(db.sql)) told.tell(tile);
	};
	const tellOne = async (officerId: string) => {
		const tile = await tileOf(db.sql, officerId);
		if (tile) told.tell(tile);
	};
	notices.listen({
		heard(notice) {
			if (notice.kind !== 'contact' && notice.kind !== 'tile') return;
			announcer.boards();
			if (!switches.isAnyHeardHere()) return;
			const isOfContact = notice.kind === 'contact';
			const known = isOfContact ? contacts.moved(notice.contactId) : tellOne(notice.officerId);
			known.catch(failed);
		},
		missed() {
			if (switches.isAnyHeardHere()) Promise.all([contacts.moved(), tellEvery()]).catch(failed);
		}
	});
}
