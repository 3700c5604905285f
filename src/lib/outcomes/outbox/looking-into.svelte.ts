/** One thing at a time being looked into: what was done is written, and what a stage cost comes off. */
import type { OpenChange } from '#shared/customers/changes/open.ts';
import type { Urgent } from '#shared/outcomes/urgent.ts';
import { formatPounds, NO_PENCE } from '#shared/money/pence.ts';
import { api } from '../../api.ts';
import { UNDO_REFUSALS } from '../../contacts/details/words.ts';
import { OneAtATime } from '../../one-at-a-time.svelte.ts';

const REFUSALS = {
	'dealt-with': 'Somebody has dealt with it meanwhile.',
	'leader-needed': 'A team leader takes the cost off.'
} as const;

export class LookingInto extends OneAtATime {
	/** The one asked about. */
	one = $state.raw<Urgent | null>(null);
	note = $state('');
	/** Of the note. */
	error = $state('');
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		super();
		this.#reload = reload;
	}

	begin(one: Urgent): void {
		this.one = one;
		[this.note, this.error, this.done, this.problem] = ['', '', '', ''];
	}

	/** A change that nobody has been told of. */
	async undo({ changeId, label }: OpenChange): Promise<void> {
		await this.#onChange(label, async () => {
			const answer = await api.changes.undo.mutate({ changeId });
			return answer.ok ? 'undone, and nobody was told of it' : UNDO_REFUSALS[answer.because];
		});
	}

	/** Somebody looked it up in its systems. */
	async seen({ changeId, label }: OpenChange): Promise<void> {
		await this.#onChange(label, async () => {
			const answer = await api.changes.seen.mutate({ changeId });
			return answer.ok ? 'confirmed, its systems show it' : UNDO_REFUSALS[answer.because];
		});
	}

	#onChange(label: string, work: () => Promise<string>): Promise<void> {
		return this.do(async () => {
			this.done = `${label}: ${await work()}`;
			await this.#reload();
		});
	}

	async finish(): Promise<void> {
		const { one, note } = this;
		if (!one) return;
		this.error = note.trim() === '' ? 'Write what was done.' : '';
		if (this.error) return;
		await this.do(async () => {
			const asked = api.outbox.lookInto.mutate({ subject: one.subject, note });
			const answer = await asked.finally(() => (this.one = null));
			if (!answer.ok) this.problem = `${one.title}: ${REFUSALS[answer.because]}`;
			else if (answer.cost > NO_PENCE)
				this.done = `${one.title}: ${formatPounds(answer.cost)} comes off, and its source is told again`;
			else this.done = `${one.title}: off the list`;
			await this.#reload();
		});
	}
}

/** As a file of the browser's own, so that nothing of it is in an address. */
export async function download(fileId: string): Promise<boolean> {
	const file = await api.outbox.file.mutate({ fileId });
	if (!file) return false;
	const url = URL.createObjectURL(new Blob([file.content], { type: 'text/csv;charset=utf-8' }));
	const link = Object.assign(document.createElement('a'), { href: url, download: file.name });
	link.click();
	URL.revokeObjectURL(url);
	return true;
}
