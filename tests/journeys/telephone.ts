/**
 * A telephone system of the journey's own, which goes on while the server is down: the customer rings, and the officer
 * answers and holds on the telephone, as with a real switch that the screen only follows.
 */
import { systemClock } from '#server/clock.ts';
import { LIFELIKE } from '#server/telephony/simulator/exchange.ts';
import { Simulator } from '#server/telephony/simulator/simulator.ts';

export type Telephone = {
	/** What the product needs to hear it. */
	settings: Record<string, string>;
	/** A customer rings the council tax line, and this officer's telephone first. */
	ring(number: string): void;
	press(key: 'answer' | 'hold' | 'resume' | 'hangUp'): void;
	/** The officer has the customer. */
	isTalking(): boolean;
	stop(): Promise<void>;
};

/** Nobody gives up while a server starts. */
const PATIENT = { ...LIFELIKE, ringMs: 300_000, patienceMs: 600_000 };

export async function telephoneOf(extension: string): Promise<Telephone> {
	const simulator = new Simulator({ clock: systemClock, pace: PATIENT });
	const port = await simulator.listen();
	return {
		settings: { TELEPHONY: 'asterisk', ASTERISK_PORT: String(port) },
		ring(number) {
			const caller = { number, name: '' };
			simulator.ring({ extension, caller, queue: 'council-tax', menu: null });
		},
		press(key) {
			if (!simulator.press(extension, key)) throw new Error(`The telephone cannot ${key} now.`);
		},
		isTalking: () => simulator.liveCalls().some(({ talking }) => talking?.extension === extension),
		stop: () => simulator.stop()
	};
}
