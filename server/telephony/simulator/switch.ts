/** The simulated switch as the port: its own server, and our own adapter connected to it like to any other. */
import { randomUUID } from 'node:crypto';
import { CALL_VERBS, type CallEvent } from '#shared/calls/events.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { AmiSwitch } from '../ami/switch.ts';
import type { CallCommand, Commanded, Switch, SwitchState } from '../port.ts';
import { QUEUES, type Pace } from './exchange.ts';
import { THREE_WAY } from './together.ts';
import { SCENARIOS, type CallScenario } from './scenarios.ts';
import { Simulator } from './simulator.ts';

export type RungAnswer =
	{ ok: true } | { ok: false; because: 'no-such-scenario' | 'busy' | 'link-lost' };

export class SimulatedSwitch implements Switch {
	readonly source = 'simulator';
	readonly verbs = CALL_VERBS;
	readonly queues = QUEUES;
	readonly simulator: Simulator;
	readonly scenarios: readonly CallScenario[] = SCENARIOS;
	readonly #parts: { clock: Clock; log: Log };
	#heard: AmiSwitch | null = null;
	#listening: Promise<void> = Promise.resolve();

	constructor({ pace, ...parts }: { clock: Clock; log: Log; pace?: Pace }) {
		this.#parts = parts;
		this.simulator = new Simulator({ clock: parts.clock, ...(pace ? { pace } : {}) });
	}

	start(hear: (event: CallEvent) => void): void {
		this.#listening = this.#listen(hear);
		this.#listening.catch((cause: unknown) => {
			this.#parts.log.failure({ event: 'switch.link', switch: this.source }, cause);
		});
	}

	async #listen(hear: (event: CallEvent) => void): Promise<void> {
		const port = await this.simulator.listen();
		this.#heard = new AmiSwitch({
			...this.#parts,
			source: this.source,
			address: { host: '127.0.0.1', port, username: 'fairline', secret: randomUUID() },
			isTrustedTrunk: true,
			verbs: this.verbs,
			dialling: { context: 'agents', presents: '01632960100' },
			threeWay: THREE_WAY,
			isQuiet: false
		});
		this.#heard.start(hear);
	}

	async stop(): Promise<void> {
		await this.#listening.catch(() => undefined);
		await this.#heard?.stop();
		await this.simulator.stop();
	}

	state(): SwitchState {
		return this.#heard?.state() ?? 'connecting';
	}

	command(command: CallCommand): Promise<Commanded> {
		return this.#heard
			? this.#heard.command(command)
			: Promise.resolve({ ok: false, because: 'link-lost' });
	}

	/** Makes a telephone ring with a scenario's caller. */
	ring(scenarioId: string, extension: string): Promise<RungAnswer> {
		const scenario = SCENARIOS.find(({ id }) => id === scenarioId);
		return Promise.resolve(this.#ring(scenario, extension));
	}

	#ring(scenario: CallScenario | undefined, extension: string): RungAnswer {
		if (!scenario) return { ok: false, because: 'no-such-scenario' };
		if (this.state() !== 'connected') return { ok: false, because: 'link-lost' };
		if (!this.simulator.isFree(extension)) return { ok: false, because: 'busy' };
		const { callers, queue, menu, patienceMs } = scenario;
		for (const caller of callers) {
			const patience = patienceMs === undefined ? {} : { patienceMs };
			this.simulator.ring({ extension, caller, queue, menu, ...patience });
		}
		return { ok: true };
	}
}
