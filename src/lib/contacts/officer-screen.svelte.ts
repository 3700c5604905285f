/**
 * Everything on one officer's screen: the contact they are in, what rings or was missed beside it, and their own
 * presence. It owns what is unanswered; components show it and say what was asked for.
 */
import { SvelteMap } from 'svelte/reactivity';
import type { CallVerb } from '#shared/calls/events.ts';
import { standingOf } from '#shared/contacts/state/fold.ts';
import { foremost } from '#shared/monitoring/in-hand.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { PassingOn } from '#shared/calls/transfer.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { failureOf, type Api } from '../api.ts';
import type { Begun } from '../customers/find-customer.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { Tabs } from './tabs.svelte.ts';
import { CurrentContact } from './current-contact.svelte.ts';

type Standing = ReturnType<typeof standingOf>;

const OFFERED: readonly Standing[] = ['ringing', 'missed'];

export class OfficerScreen {
	readonly live: Live;
	readonly officer: Officer;
	readonly tabs = new Tabs();
	/** What was asked of the switch for each contact and has not happened yet. */
	asked = new SvelteMap<string, CallVerb>();
	/** Why the switch would not, in words, until the officer has read it. */
	problem = $state<string | null>(null);

	readonly #api: Api;
	readonly #contacts: Record<string, CurrentContact> = {};
	/** Kept until the server has answered: pressed again it begins the same contact. */
	#receiving: string | null = null;

	constructor({ live, api, officer }: { live: Live; api: Api; officer: Officer }) {
		this.live = live;
		this.#api = api;
		this.officer = officer;
	}

	/** The contact in hand: the customer on the line before one at the desk, and both before one to write up. */
	get current(): CurrentContact | undefined {
		const first = foremost(this.#views, this.officer.id).find(
			({ presence }) => presence !== 'ringing'
		);
		return first && this.contactOf(first.item.contactId);
	}

	/** What rings for this officer, or was missed and not put away. */
	get offers(): readonly ContactView[] {
		return this.#views.filter((view) =>
			OFFERED.includes(standingOf(view.contact, this.officer.id))
		);
	}

	/** What rings for this officer now. */
	get ringing(): readonly ContactView[] {
		return this.offers.filter((view) => standingOf(view.contact, this.officer.id) === 'ringing');
	}

	/** What has ended and is still to be written up. */
	get toWriteUp(): readonly ContactView[] {
		return this.#views.filter((view) => standingOf(view.contact, this.officer.id) === 'wrap-up');
	}

	/** As the top bar words it: a page just opened counts as live. */
	get link(): 'live' | 'reconnecting' | 'offline' {
		const { link } = this.live;
		if (link === 'reconnecting' || link === 'offline') return link;
		return link === 'signed-out' ? 'offline' : 'live';
	}

	get tile() {
		return this.live.tiles[this.officer.id];
	}

	contactOf(contactId: string): CurrentContact {
		return (this.#contacts[contactId] ??= new CurrentContact({
			contactId,
			officerId: this.officer.id,
			api: this.#api,
			view: () => this.live.contacts[contactId]
		}));
	}

	choose(customerId: string, contactId: string): void {
		this.contactOf(contactId).act({ type: 'customerChosen', customerId, how: 'picker' });
	}

	/** Somebody is at the desk: the contact without a call that is theirs already, or one begun for them. */
	async receive(): Promise<Begun> {
		const view = this.current?.view;
		if (view && view.contact.channel === 'desk') return { ok: true, contactId: view.contactId };
		this.#receiving ??= crypto.randomUUID();
		const answer = await this.#api.contacts.receive.mutate({ key: this.#receiving });
		this.#receiving = null;
		if (!answer.ok) return { ok: false, words: RECEIVE_REFUSALS[answer.because] };
		// Shown at once: the socket may be slower, or away.
		const begun = await this.#api.contacts.view.query({ contactId: answer.contactId });
		if (begun) this.live.hold([begun], []);
		return answer;
	}

	/** A missed offer is put away. */
	dismiss(contactId: string): void {
		this.contactOf(contactId).act({ type: 'dismissed' });
	}

	async present(chosen: 'available' | 'paused' | 'offline'): Promise<void> {
		try {
			const tile = await this.#api.monitoring.setPresence.mutate({ chosen, reason: null });
			if (tile) this.live.hold([], [tile]);
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}

	/** The phone system paused this officer's phone: it is asked to offer calls again. */
	async phoneBack(): Promise<void> {
		try {
			const answer = await this.#api.telephony.phoneBack.mutate();
			this.problem = answer.ok ? null : WORDS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}

	/** Asks the switch; the screen follows the switch's own event and not this answer. */
	async control(verb: CallVerb, contactId: string): Promise<void> {
		// Passing on asks more than a verb says, and presence is the officer's own.
		if (verb === 'transfer' || verb === 'ready' || verb === 'pause' || verb === 'originate') return;
		await this.#ask(verb, contactId, () => this.#api.telephony.command.mutate({ contactId, verb }));
	}

	/** Whether the switch has begun it: the officer may be speaking to a colleague first. */
	async passOn(contactId: string, on: PassingOn): Promise<boolean> {
		return this.#ask('transfer', contactId, () =>
			this.#api.telephony.transfer.mutate({ contactId, ...on })
		);
	}

	async #ask(
		verb: CallVerb,
		contactId: string,
		send: () => Promise<{ ok: true } | { ok: false; because: keyof typeof WORDS }>
	): Promise<boolean> {
		// Pressed again before the telephone has done it, it is asked for once.
		if (this.asked.get(contactId) === verb) return false;
		this.asked.set(contactId, verb);
		this.problem = null;
		try {
			const answer = await send();
			if (!answer.ok) this.problem = WORDS[answer.because];
			return answer.ok;
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
			return false;
		} finally {
			if (this.asked.get(contactId) === verb) this.asked.delete(contactId);
		}
	}

	get #views(): ContactView[] {
		return Object.values(this.live.contacts).map(
			(view) => this.contactOf(view.contactId).view ?? view
		);
	}
}

const RECEIVE_REFUSALS = {
	'one-in-hand': 'Finish the contact you have first.',
	'key-used': 'That did not begin. Search again.'
} as const;

const WORDS = {
	'not-offered': 'This phone system cannot do that from here. Use the phone.',
	'link-lost': 'The link to the phone system is down. Use the phone.',
	'no-such-call': 'The call has ended.',
	'bad-target': 'That extension is not known to the phone system.',
	'phone-not-ready': 'Their phone is not ready. Choose somebody else.',
	'not-now': 'They have not picked up yet.',
	'refused-by-switch': 'The phone system refused. Use the phone.',
	'not-confirmed': 'The phone system did not confirm it. Look at the phone.'
} as const;
