/** Who is reached by dialling: a colleague, or a queue of the switches that tell how theirs are dialled. */
import { queueName } from '#shared/calls/queues.ts';
import type { Extensions } from '../officers/extensions.ts';
import type { Switches } from './listen.ts';

/** Whose telephone it is, or which queue's. */
export function namesAt(
	{ officerOf, nameOf }: Pick<Extensions, 'officerOf' | 'nameOf'>,
	switches: Pick<Switches, 'every'>
): (extension: string) => string | undefined {
	return (extension) => {
		const officerId = officerOf(extension);
		if (officerId !== undefined) return nameOf(officerId);
		const queues = switches.every.flatMap((its) => its.queues);
		const queue = queues.find((each) => each.extension === extension);
		return queue && queueName(queue.name);
	};
}
