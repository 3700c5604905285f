/** The webhook room, put together: the door that switches post to, and what is counted at it. */
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Switch } from '../port.ts';
import { counting, exposition, type Counted } from './counts.ts';
import { receiver, type Answer } from './receive.ts';
import { webhooksAmong } from './switch.ts';

export type Webhooks = {
	/** Takes the request where it is one of ours. */
	answer: Answer;
	counted(): readonly Counted[];
	metrics(): string;
};

export function openWebhooks({
	switches,
	...parts
}: {
	switches: readonly Switch[];
	clock: Clock;
	log: Log;
	origin: string;
}): Webhooks {
	const counts = counting();
	return {
		answer: receiver({ ...parts, counts, webhooks: webhooksAmong(switches) }),
		counted: () => counts.all(),
		metrics: () => exposition(counts.all())
	};
}
