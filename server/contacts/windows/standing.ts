/**
 * What may be shown in a window now, and until when: read from the contact as its officer sees it, again whenever
 * another process says that it moved, and over when the officer's own screen shows no conversation at the desk.
 */
import { customerWindow } from '../../../shared/contacts/shown/window/customer-window.ts';
import type { ContactView } from '../../../shared/contacts/shown/view.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import type { Notices } from '../../realtime/notices.ts';
import type { ScreensIn } from '../../realtime/screens-in.ts';
import type { WindowSockets } from '../../realtime/window-sockets.ts';
import { openHere, type OpenHere, type Shows } from './open-here.ts';
import { dropWindow, windowOf, type Of } from './window-rows.ts';

export type ReadContact = (
	contactId: string,
	officerId: string
) => Promise<ContactView | undefined>;

export type StandingNeeds = {
	sockets: Pick<WindowSockets, 'tell' | 'end'>;
	screens: Pick<ScreensIn, 'isIn' | 'onTurn'>;
	notices: Notices;
	database: Pick<Database, 'orm'>;
	clock: Pick<Clock, 'now'>;
	failed: (cause: unknown) => void;
};

export type Standing = {
	here: OpenHere;
	/** How a contact is read, once it can be. */
	read: ReadContact;
	/** Null where there is no conversation at the desk to show. */
	shownOf(of: Of): Promise<Shows | null>;
	/** Whoever has its socket is to look at it again. */
	turned(contactId: string): void;
	/** Where it is this officer's: nothing more is shown in it, here or at another process. */
	end(of: Of): Promise<void>;
	/** The one that is open here, as it is now. */
	again(contactId: string): Promise<void>;
};

export function standingWindows(needs: StandingNeeds): Standing {
	const { screens, notices, database, failed } = needs;
	const here = openHere(needs);
	const standing: Standing = {
		here,
		read: () => Promise.resolve(undefined),
		async shownOf({ contactId, officerId }) {
			const view = await standing.read(contactId, officerId);
			const shown = view && customerWindow(view, officerId);
			return view && shown && shown.kind !== 'blank' ? { shown, version: view.version } : null;
		},
		turned: (contactId) => notices.tell({ kind: 'window', contactId }),
		async end(of) {
			if (here.officerOf(of.contactId) === of.officerId) here.end(of.contactId);
			if (await dropWindow(database.orm, of)) standing.turned(of.contactId);
		},
		async again(contactId) {
			if (!here.has(contactId)) return;
			const row = await windowOf(database.orm, contactId);
			if (!row) return here.end(contactId);
			here.change(contactId, { isHidden: row.isHidden });
			const shows = await standing.shownOf(row);
			if (shows) here.show(contactId, shows);
			else await standing.end(row);
		}
	};
	notices.listen({
		heard(notice) {
			if (notice.kind !== 'window' && notice.kind !== 'contact') return;
			standing.again(notice.contactId).catch(failed);
		},
		missed() {
			for (const contactId of here.all()) standing.again(contactId).catch(failed);
		}
	});
	screens.onTurn((officerId) => here.turned(officerId));
	return standing;
}
