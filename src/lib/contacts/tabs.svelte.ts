/**
 * Whether this is the officer's only page of calls in this browser. The first holds a lock that the browser frees when
 * the page closes or dies; whoever waits for it is second, says so, and is first from then on. Where the browser has no
 * locks nothing is claimed.
 */
export class Tabs {
	isSecond = $state(false);

	/** Answers how to let go of it. */
	watch(officerId: string): () => void {
		if (!('locks' in navigator)) return () => undefined;
		const name = `fairline-calls-${officerId}`;
		const leaving = new AbortController();
		const { promise: left, resolve: leave } = Promise.withResolvers<void>();
		const waiting = setTimeout(() => (this.isSecond = true), 300);
		const held = navigator.locks.request(name, { signal: leaving.signal }, () => {
			clearTimeout(waiting);
			this.isSecond = false;
			return left;
		});
		held.catch((thrown: unknown) => {
			if (!leaving.signal.aborted) throw thrown;
		});
		return () => {
			clearTimeout(waiting);
			leaving.abort();
			leave();
		};
	}
}
