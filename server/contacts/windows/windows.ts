/**
 * Customers' own windows: one for a contact at the desk, opened by its officer with a code that opens nothing else, once.
 * What it gives opens that window again when the link was lost, at any process, and ends with the conversation. Whichever
 * process has the window's socket makes what is shown in it from the contact as its officer sees it. It is blank while
 * the officer's screen is hidden, or no screen of theirs is open anywhere.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { customerWindow } from '../../../shared/contacts/shown/window/customer-window.ts';
import type { ContactView } from '../../../shared/contacts/shown/view.ts';
import type { Orm } from '../../db/client.ts';
import type { Door, WindowSockets } from '../../realtime/window-sockets.ts';
import {
	standingWindows,
	type ReadContact,
	type Standing,
	type StandingNeeds
} from './standing.ts';
import { giveCode, openedBy, setHidden, useCode, type Of, type WindowRow } from './window-rows.ts';

export type OpenedWindow = { ok: true; code: string } | { ok: false; because: 'not-at-desk' };

export type Windows = {
	/** Asked again it has another code; the window that is open stays until that one is used. */
	open(asked: Of & { officerName: string }): Promise<OpenedWindow>;
	/** The officer's screen was hidden or shown. */
	cover(asked: Of & { isHidden: boolean }): Promise<void>;
	close(asked: Of): Promise<void>;
	/** A contact as its officer's screen shows it now. */
	tell(officerId: string, view: ContactView): void;
	/** From here on windows are opened: contacts can be read. */
	serve(read: ReadContact): void;
};

export type WindowsNeeds = StandingNeeds & { sockets: WindowSockets };

export function openWindows(needs: WindowsNeeds): Windows {
	const { database, clock, failed } = needs;
	const { orm } = database;
	const standing = standingWindows(needs);
	const { here } = standing;
	return {
		async open({ contactId, officerId, officerName }) {
			if (!(await standing.shownOf({ contactId, officerId })))
				return { ok: false, because: 'not-at-desk' };
			const code = newCode();
			const officer = officerName.split(' ')[0] ?? '';
			await giveCode(orm, { contactId, officerId, officer, code, at: clock.now() });
			return { ok: true, code };
		},
		async cover(asked) {
			if (!(await setHidden(orm, asked))) return;
			here.change(asked.contactId, { isHidden: asked.isHidden });
			standing.turned(asked.contactId);
		},
		close: (asked) => standing.end(asked),
		tell(officerId, view) {
			const { contactId, version } = view;
			if (here.officerOf(contactId) !== officerId) return;
			const shown = customerWindow(view, officerId);
			if (shown.kind === 'blank') standing.end({ contactId, officerId }).catch(failed);
			else here.show(contactId, { shown, version });
		},
		serve(read) {
			standing.read = read;
			needs.sockets.serve<Opening>({
				doorOf: (auth) => doorOf(auth, { orm, standing }),
				opened({ row }) {
					here.begin(row);
					standing.again(row.contactId).catch(failed);
				},
				left: (contactId) => here.leave(contactId),
				failed
			});
		}
	};
}

type Opening = Door & { row: WindowRow };

/** Nothing is opened for a conversation that is over, and its window is no more. */
async function doorOf(
	auth: Readonly<Record<string, unknown>>,
	{ orm, standing }: { orm: Orm; standing: Standing }
): Promise<Opening | undefined> {
	const opened = await openingFor(orm, auth);
	if (!opened) return undefined;
	if (await standing.shownOf(opened.row)) return opened;
	await standing.end(opened.row);
	return undefined;
}

async function openingFor(
	orm: Orm,
	{ code, pass }: Readonly<Record<string, unknown>>
): Promise<Opening | undefined> {
	const known = typeof pass === 'string' ? await openedBy(orm, pass) : undefined;
	if (known && typeof pass === 'string') return { contactId: known.contactId, pass, row: known };
	if (typeof code !== 'string' || code === '') return undefined;
	const given = randomBytes(PASS_BYTES).toString('base64url');
	const row = await useCode(orm, { code, pass: given });
	return row && { contactId: row.contactId, pass: given, row };
}

/** Twelve letters, none like another: sixty bits, which nobody guesses in one conversation, and short enough to type. */
function newCode(): string {
	return Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

const PASS_BYTES = 32;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
