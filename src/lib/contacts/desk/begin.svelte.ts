/**
 * The beginning of a contact at the desk: the search begins it, choosing somebody leads to their identity check, and
 * whoever leaves before that leaves nothing to write up.
 */
import type { OfficerEvent } from '#shared/contacts/log/events.ts';
import { standingOf } from '#shared/contacts/state/fold.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import { CURRENT_GUIDE } from '#shared/guide/shipped.ts';
import { stepOf } from '#shared/guide/guide.ts';
import { fillingOf, sayLine } from '#shared/guide/lines.ts';
import type { Api } from '../../api.ts';
import { FindCustomer } from '../../customers/find-customer.svelte.ts';
import type { OfficerScreen } from '../officer-screen.svelte.ts';

/** Somebody is at the desk, and nothing has been done but to search. */
export function isBeginning({ contact }: ContactView): boolean {
	const { channel, customerId, step, endedAt } = contact;
	return channel === 'desk' && customerId === null && step === 'greeting' && endedAt === null;
}

/** What is said to somebody who comes to the desk, as the guide has it. */
export function deskGreeting(named: { council: string; officerName: string }): {
	say: string;
	mind: string;
} {
	const greeting = stepOf(CURRENT_GUIDE, 'greeting');
	const line = greeting.lines.find(({ when }) => when === 'at-desk');
	if (!line) throw new Error('The guide has no words for somebody at the desk.');
	return { say: sayLine(line.say, fillingOf(named)), mind: line.mind ?? '' };
}

export class DeskBeginning {
	readonly find: FindCustomer;
	readonly #screen: OfficerScreen;

	constructor({ screen, api }: { screen: OfficerScreen; api: Pick<Api, 'contacts'> }) {
		this.#screen = screen;
		this.find = new FindCustomer({ api, begin: () => screen.receive() });
	}

	/** Who is at the desk now; undefined while nobody is. */
	get view(): ContactView | undefined {
		const view = this.#screen.current?.view;
		if (!view || !isBeginning(view)) return undefined;
		return standingOf(view.contact, this.#screen.officer.id) === 'on-call' ? view : undefined;
	}

	choose(customerId: string): void {
		this.#act({ type: 'customerChosen', customerId, how: 'search' }, ...this.#onToTheCheck());
		this.find.clear();
	}

	/** Somebody without an account, or who is not found: the same guide, and what needs no identity. */
	async goOnWithout(): Promise<void> {
		const begun = await this.#screen.receive();
		if (!begun.ok) return void (this.find.problem = begun.words);
		this.#act(...this.#onToTheCheck());
		this.find.clear();
	}

	/** Nothing was said that would have to be written up. */
	left(): void {
		this.#act({ type: 'conversationEnded' }, { type: 'wrappedUp' });
		this.find.clear();
	}

	#onToTheCheck(): OfficerEvent[] {
		const { id, version } = CURRENT_GUIDE;
		return [
			{ type: 'guideOpened', guide: id, version },
			{ type: 'lineSaid', line: 'greet-desk' },
			{ type: 'stepEntered', step: 'identity' }
		];
	}

	#act(...bodies: readonly OfficerEvent[]): void {
		const contact = this.#screen.current;
		for (const body of bodies) contact?.act(body);
	}
}
