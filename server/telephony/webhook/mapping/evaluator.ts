/**
 * The thread a mapping runs in, with nothing in it but the mapping and one message. It may not make another mapping of
 * what a message says, so `$eval` is nothing here. It answers in text, which holds no more than values.
 */
import { parentPort } from 'node:worker_threads';
import jsonata from 'jsonata';

const LONGEST_ANSWER = 200_000;

export type Evaluate = { expression: string; content: unknown };
export type Evaluated = { ok: true; text: string } | { ok: false; because: 'failed' };

parentPort?.on('message', (asked: Evaluate) => {
	void evaluated(asked).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage('ready');

async function evaluated({ expression, content }: Evaluate): Promise<Evaluated> {
	try {
		const mapping = jsonata(expression);
		mapping.assign('eval', undefined);
		const result: unknown = await mapping.evaluate(content);
		const text = JSON.stringify(result ?? null);
		return text.length > LONGEST_ANSWER ? FAILED : { ok: true, text };
	} catch {
		// What went wrong quotes the message it went wrong with.
		return FAILED;
	}
}

const FAILED: Evaluated = { ok: false, because: 'failed' };
