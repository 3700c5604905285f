/** Guideline figures being loaded from a file, or withdrawn before they begin, as their page works on it. */
import type { FileFault } from '#shared/affordability/guideline-file.ts';
import type { Day } from '#shared/time/day.ts';
import { api, failureOf, wordsOf } from '../api.ts';

const REFUSALS = {
	'day-gone': 'Enter today or a day to come.',
	'day-taken': 'Other figures begin on that day. Withdraw them first, or choose another day.',
	'not-there': 'They are not there any more.',
	begun: 'They have begun. Load others that take their place.'
} as const;

export class LoadingGuidelines {
	problems = $state.raw<Readonly<Record<string, string>>>({});
	/** Of the file, row by row. */
	faults = $state.raw<readonly FileFault[]>([]);
	refused = $state('');
	done = $state('');
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor({ reload }: { reload: () => Promise<void> }) {
		this.#reload = reload;
	}

	async load(file: File | null, fromOn: Day | null): Promise<void> {
		this.problems = {
			...(file ? {} : { file: 'Choose the file first.' }),
			...(fromOn ? {} : { fromOn: 'Enter the day they begin.' })
		};
		this.faults = [];
		if (!file || !fromOn) return;
		await this.#busy(async () => {
			const sent = { fileName: file.name, text: await file.text(), fromOn };
			const answer = await api.affordability.loadGuidelines.mutate(sent);
			if (answer.ok) return 'The figures are loaded.';
			if (answer.because === 'file') this.faults = answer.faults;
			else this.problems = { fromOn: REFUSALS[answer.because] };
			return null;
		});
	}

	async withdraw(setId: string): Promise<void> {
		await this.#busy(async () => {
			const answer = await api.affordability.withdrawGuidelines.mutate({ setId });
			if (answer.ok) return 'They are withdrawn.';
			this.refused = REFUSALS[answer.because];
			return null;
		});
	}

	/** What was done is told, and the page shows what stands now. */
	async #busy(work: () => Promise<string | null>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.refused = '';
		this.done = '';
		try {
			const done = await work();
			if (done === null) return;
			await this.#reload();
			this.done = done;
		} catch (thrown) {
			this.refused = wordsOf(failureOf(thrown));
		} finally {
			this.isBusy = false;
		}
	}
}
