/**
 * What is asked of a switch by a process that does not listen to it: passed to the one that does. Where that one does
 * not say at once that it is there, as while another takes over, the link counts as lost; nothing is asked twice.
 */
import { randomUUID } from 'node:crypto';
import type { Notices } from '../../realtime/notices.ts';
import type { Answer, Asked } from './question.ts';

export type Asking = {
	ask(source: string, asked: Asked): Promise<Answer>;
};

/** It is there when it says so; a command may take two answers of the switch. */
const THERE_MS = 1_500;
const DONE_MS = 12_000;

const LOST: Answer = { ok: false, because: 'link-lost' };

type Waiting = { taken: () => void; answered: (answer: Answer) => void };

export function askingOthers({
	notices,
	answerHere,
	failed
}: {
	notices: Notices;
	/** What this process answers; null of a switch it does not listen to. */
	answerHere: (source: string, asked: Asked) => Promise<Answer> | null;
	failed: (cause: unknown) => void;
}): Asking {
	const waiting = new Map<string, Waiting>();
	notices.listen({
		heard(notice) {
			if (notice.kind === 'taken') waiting.get(notice.id)?.taken();
			if (notice.kind === 'answered') waiting.get(notice.id)?.answered(notice.answer);
			if (notice.kind !== 'asked') return;
			const { id, source, asked } = notice;
			const answering = answerHere(source, asked);
			if (!answering) return;
			notices.tell({ kind: 'taken', id });
			answering.then((answer) => notices.tell({ kind: 'answered', id, answer }), failed);
		},
		missed: () => undefined
	});
	return {
		ask(source, asked) {
			const id = randomUUID();
			return new Promise((resolve) => {
				const settle = (answer: Answer) => {
					clearTimeout(timer);
					waiting.delete(id);
					resolve(answer);
				};
				let timer = setTimeout(() => settle(LOST), THERE_MS);
				waiting.set(id, {
					taken() {
						clearTimeout(timer);
						timer = setTimeout(() => settle(LOST), DONE_MS);
					},
					answered: settle
				});
				notices.tell({ kind: 'asked', id, source, asked });
			});
		}
	};
}
