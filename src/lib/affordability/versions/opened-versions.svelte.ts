/** A customer's statements as they were kept: a line of each, asked for once, and one of them whole when it is opened. */
import type { VersionLine, VersionOpened } from '#shared/contacts/shown/statements-view.ts';
import { failureOf, type Api } from '../../api.ts';

const REFUSALS = {
	'not-identified': 'They have not passed the check.',
	'theirs-alone': 'Their statements are for them alone, not for whoever speaks for them.',
	'no-such-version': 'That version is not there any more.'
} as const;

export class OpenedVersions {
	/** Null until they are there. */
	lines = $state.raw<readonly VersionLine[] | null>(null);
	/** The one that is open, before it is there too. */
	version = $state<number | null>(null);
	opened = $state.raw<VersionOpened | null>(null);
	problem = $state('');
	readonly #api: Pick<Api, 'affordability'>;

	constructor(api: Pick<Api, 'affordability'>) {
		this.#api = api;
	}

	async look(contactId: string): Promise<void> {
		try {
			const answer = await this.#api.affordability.versions.query({ contactId });
			if (answer.ok) this.lines = answer.versions;
			else this.problem = REFUSALS[answer.because];
		} catch (thrown) {
			this.problem = failureOf(thrown).words;
		}
	}

	async open(contactId: string, version: number): Promise<void> {
		this.version = version;
		this.opened = null;
		this.problem = '';
		try {
			const answer = await this.#api.affordability.openVersion.mutate({ contactId, version });
			// Another was opened meanwhile, or this was closed.
			if (this.version !== version) return;
			if (answer.ok) this.opened = answer.opened;
			else this.problem = REFUSALS[answer.because];
		} catch (thrown) {
			if (this.version === version) this.problem = failureOf(thrown).words;
		}
	}

	close(): void {
		this.version = null;
		this.opened = null;
		this.problem = '';
	}
}
