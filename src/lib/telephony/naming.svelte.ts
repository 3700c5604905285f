/** Whose the names are that a switch has for officers: one is given or taken back at a time, and what came of it is told. */
import type { NameRefusal, NameSeen } from '#shared/calls/naming.ts';
import { api, failureOf } from '../api.ts';

const REFUSALS: Record<NameRefusal, string> = {
	'no-such-name': 'This name is no longer kept. Look again.',
	'no-such-officer': 'This person takes no calls. Choose somebody else.'
};

export class Naming {
	done = $state('');
	problem = $state('');
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	/** Null takes it back. */
	async give({ id, name }: NameSeen, officer: { id: string; name: string } | null): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.done = '';
		this.problem = '';
		try {
			const asked = { nameId: id, officerId: officer?.id ?? null };
			const given = await api.webhooks.giveName.mutate(asked);
			if (!given.ok) this.problem = REFUSALS[given.because];
			else if (officer) this.done = `Calls for ${name} go to ${officer.name}.`;
			else this.done = `${name} is nobody’s again.`;
		} catch (error) {
			this.problem = failureOf(error).words;
		}
		await this.#reload();
		this.isBusy = false;
	}
}
