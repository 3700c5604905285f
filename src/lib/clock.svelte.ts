/**
 * The server's time as this screen knows it. Every message from the server carries its time; screens count from the
 * last one heard, so a wrong clock on the desk changes no timer. The only reader of the browser's clock.
 */
import { instant, type Instant } from '#shared/time/day.ts';

class ServerClock {
	#offset = $state(0);
	#ticks = $state(0);
	#watchers = 0;
	#timer: ReturnType<typeof setInterval> | undefined;

	/** What the server's clock says now, in milliseconds. Read in a component that watches, it counts on. */
	get now(): number {
		return (this.#ticks || Date.now()) + this.#offset;
	}

	get instant(): Instant {
		return instant(new Date(this.now));
	}

	/** Sets the clock by a message from the server. */
	hear(at: Instant): void {
		const now = Date.now();
		this.#offset = Date.parse(at) - now;
		if (this.#watchers > 0) this.#ticks = now;
	}

	/** Keeps `now` moving, four times a second so that no second is skipped. Answers how to stop. */
	watch(): () => void {
		if (this.#watchers++ === 0) {
			this.#ticks = Date.now();
			this.#timer = setInterval(() => (this.#ticks = Date.now()), 250);
		}
		return () => {
			if (--this.#watchers > 0) return;
			clearInterval(this.#timer);
			this.#ticks = 0;
		};
	}
}

export const serverClock = new ServerClock();
