/** The windows whose sockets are at this process: what each shows, and whether it is blank now. */
import type { WindowShown } from '../../../shared/contacts/shown/window/window-view.ts';
import type { Clock } from '../../clock.ts';
import type { ScreensIn } from '../../realtime/screens-in.ts';
import type { WindowSockets } from '../../realtime/window-sockets.ts';
import type { WindowRow } from './window-rows.ts';

/** `version` is the contact's that it was made from. */
export type Shows = { shown: WindowShown; version: number };

type Window = WindowRow & { shows: Shows | null };

export type OpenHere = {
	begin(row: WindowRow): void;
	has(contactId: string): boolean;
	all(): readonly string[];
	officerOf(contactId: string): string | undefined;
	/** Two that were read at once may come in either order. */
	show(contactId: string, shows: Shows): void;
	change(contactId: string, changes: Pick<Window, 'isHidden'>): void;
	/** This officer has a screen again, or none any more. */
	turned(officerId: string): void;
	/** Blank, and then gone. */
	end(contactId: string): void;
	/** Its socket is not here any more. */
	leave(contactId: string): void;
};

export function openHere({
	sockets,
	screens,
	clock
}: {
	sockets: Pick<WindowSockets, 'tell' | 'end'>;
	screens: Pick<ScreensIn, 'isIn'>;
	clock: Pick<Clock, 'now'>;
}): OpenHere {
	const windows = new Map<string, Window>();

	function tell({ contactId, officerId, officer, shows, isHidden }: Window): void {
		if (!shows) return;
		const isBlank = isHidden || !screens.isIn(officerId);
		const shown = isBlank ? ({ kind: 'blank' } as const) : shows.shown;
		sockets.tell(contactId, { at: clock.now(), officer, shown });
	}

	function change(contactId: string, changes: Partial<Window>): void {
		const window = windows.get(contactId);
		if (!window) return;
		const changed = { ...window, ...changes };
		windows.set(contactId, changed);
		tell(changed);
	}

	return {
		begin: (row) => void windows.set(row.contactId, { ...row, shows: null }),
		has: (contactId) => windows.has(contactId),
		all: () => [...windows.keys()],
		officerOf: (contactId) => windows.get(contactId)?.officerId,
		show(contactId, shows) {
			const known = windows.get(contactId)?.shows;
			if (!known || known.version <= shows.version) change(contactId, { shows });
		},
		change,
		turned(officerId) {
			for (const window of windows.values()) if (window.officerId === officerId) tell(window);
		},
		end(contactId) {
			const shown = { kind: 'blank' } as const;
			change(contactId, { shows: { shown, version: Infinity } });
			windows.delete(contactId);
			sockets.end(contactId);
		},
		leave: (contactId) => void windows.delete(contactId)
	};
}
