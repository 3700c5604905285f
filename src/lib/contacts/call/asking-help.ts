/** Help in one contact of an officer's screen: what is asked as it stands here, whether the server has it, what is done. */
import type { HelpReason } from '#shared/contacts/log/help-events.ts';
import type { OfficerScreen } from '../officer-screen.svelte.ts';

export type AskingHelp = {
	/** The server has it: until then nobody has been told. */
	isHeard: boolean;
	on: { ask: (reason: HelpReason) => void; withdraw: () => void };
};

export function askingHelp(screen: OfficerScreen, contactId: string): AskingHelp {
	const contact = screen.contactOf(contactId);
	const heard = screen.live.contacts[contactId]?.contact.help ?? null;
	return {
		isHeard: heard !== null,
		on: {
			ask: (reason) => contact.act({ type: 'helpAsked', reason }),
			withdraw: () => contact.act({ type: 'helpWithdrawn' })
		}
	};
}
