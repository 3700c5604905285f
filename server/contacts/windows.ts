/**
 * Customers' own windows that stand open: one for a contact at the desk, opened by its officer with a code that opens
 * nothing else, once. What it gives opens that window again when the link was lost, and ends with the conversation. They
 * are kept here and nowhere else, so that a server that starts again has none. What is shown is blank while the
 * officer's screen is hidden or away.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { customerWindow } from '../../shared/contacts/shown/window/customer-window.ts';
import type { WindowShown, WindowView } from '../../shared/contacts/shown/window/window-view.ts';
import type { ContactView } from '../../shared/contacts/shown/view.ts';
import type { Clock } from '../clock.ts';
import type { WindowSockets } from '../realtime/window-sockets.ts';

export type OpenedWindow = { ok: true; code: string } | { ok: false; because: 'not-at-desk' };

type Asked = { contactId: string; officerId: string };

export type Windows = {
	/** Asked again it has another code; the window that is open stays until that one is used. */
	open(view: ContactView | undefined, asked: Asked & { officerName: string }): OpenedWindow;
	/** The officer's screen was hidden or shown. */
	cover(asked: Asked & { isHidden: boolean }): void;
	close(asked: Asked): void;
	/** A contact as its officer's screen shows it now. */
	tell(officerId: string, view: ContactView): void;
	/** The last of an officer's screens has gone, or the first is back. */
	away(officerId: string, isAway: boolean): void;
};

type Window = Asked & {
	/** Null once it is used. */
	code: string | null;
	/** Null until the code is used. */
	pass: string | null;
	/** Of the contact that `shown` was made from. */
	version: number;
	officer: string;
	shown: WindowShown;
	isHidden: boolean;
	isAway: boolean;
};

export function openWindows({
	sockets,
	clock
}: {
	sockets: WindowSockets;
	clock: Pick<Clock, 'now'>;
}): Windows {
	const kept = keptWindows({ sockets, clock });
	return {
		open(view, { contactId, officerId, officerName }) {
			const shown = view ? customerWindow(view, officerId) : { kind: 'blank' as const };
			if (shown.kind === 'blank') return { ok: false, because: 'not-at-desk' };
			const code = newCode();
			if (kept.of(contactId)) {
				kept.change(contactId, { code });
				return { ok: true, code };
			}
			const officer = officerName.split(' ')[0] ?? '';
			const state = { shown, version: view?.version ?? 0, isHidden: false, isAway: false };
			kept.add({ contactId, officerId, code, pass: null, officer, ...state });
			return { ok: true, code };
		},
		cover({ isHidden, contactId, officerId }) {
			if (kept.of(contactId)?.officerId === officerId) kept.change(contactId, { isHidden });
		},
		close({ contactId, officerId }) {
			if (kept.of(contactId)?.officerId === officerId) kept.end(contactId);
		},
		tell(officerId, view) {
			const { contactId, version } = view;
			const window = kept.of(contactId);
			// Two that were read at once may come in either order.
			if (window?.officerId !== officerId || version < window.version) return;
			const shown = customerWindow(view, officerId);
			if (shown.kind === 'blank') kept.end(contactId);
			else kept.change(contactId, { shown, version });
		},
		away(officerId, isAway) {
			for (const { contactId } of kept.openedBy(officerId)) kept.change(contactId, { isAway });
		}
	};
}

type Kept = {
	of(contactId: string): Window | undefined;
	openedBy(officerId: string): readonly Window[];
	add(window: Window): void;
	change(contactId: string, changes: Partial<Window>): void;
	/** Blank, and then gone. */
	end(contactId: string): void;
};

/** Each change is told to the window it is of. */
function keptWindows({ sockets, clock }: Parameters<typeof openWindows>[0]): Kept {
	const windows = new Map<string, Window>();
	const viewOf = ({ officer, shown, isHidden, isAway }: Window): WindowView => ({
		at: clock.now(),
		officer,
		shown: isHidden || isAway ? { kind: 'blank' } : shown
	});
	sockets.serve({
		doorOf({ code, pass }) {
			const all = [...windows.values()];
			const again = all.find((one) => one.pass !== null && one.pass === pass);
			if (again) return { contactId: again.contactId, pass: again.pass ?? '' };
			const first = all.find((one) => one.code !== null && one.code === code);
			if (!first) return undefined;
			const given = randomBytes(PASS_BYTES).toString('base64url');
			windows.set(first.contactId, { ...first, code: null, pass: given });
			return { contactId: first.contactId, pass: given };
		},
		viewOf(contactId) {
			const window = windows.get(contactId);
			return window && viewOf(window);
		}
	});

	function change(contactId: string, changes: Partial<Window>): void {
		const window = windows.get(contactId);
		if (!window) return;
		const changed = { ...window, ...changes };
		windows.set(contactId, changed);
		sockets.tell(contactId, viewOf(changed));
	}

	return {
		of: (contactId) => windows.get(contactId),
		openedBy: (officerId) => [...windows.values()].filter((one) => one.officerId === officerId),
		add: (window) => void windows.set(window.contactId, window),
		change,
		end(contactId) {
			change(contactId, { shown: { kind: 'blank' } });
			windows.delete(contactId);
			sockets.end(contactId);
		}
	};
}

/** Twelve letters, none like another: sixty bits, which nobody guesses in one conversation, and short enough to type. */
function newCode(): string {
	return Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

const PASS_BYTES = 32;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
