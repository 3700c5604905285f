/**
 * What is done on a page, one thing at a time: a second press of what is on its way is nothing, and what came of the last
 * is there in words until the next is begun.
 */
import { failureOf, wordsOf, type Failure } from './api.ts';

export class OneAtATime {
	/** Empty while there is nothing to tell. */
	done = $state('');
	problem = $state('');
	isBusy = $state(false);

	/** `work` says itself what was done, or what was refused. */
	protected async do(work: () => Promise<void>): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		this.done = '';
		this.problem = '';
		try {
			await work();
		} catch (thrown) {
			this.problem = this.failed(failureOf(thrown));
		} finally {
			this.isBusy = false;
		}
	}

	/** What is said when it came to no answer. */
	protected failed(failure: Failure): string {
		return wordsOf(failure);
	}
}
