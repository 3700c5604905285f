/**
 * How many messages of each switch were heard, repeated or refused since this process began, by why. Nothing of anybody.
 * An administrator's page shows all; of what was refused monitoring hears by the line of the log that says so, so that
 * nothing is counted twice.
 */
const TAKEN = ['heard', 'repeated'] as const;

export type MessageOutcome =
	| (typeof TAKEN)[number]
	| 'not-signed'
	| 'wrong-signature'
	| 'wrong-time'
	| 'wrong-method'
	| 'too-large'
	| 'too-slow'
	| 'too-many'
	| 'not-json'
	| 'not-understood'
	| 'mapping-failed'
	| 'mapping-off'
	| 'no-such-switch';

/** Beside what became of it, that something was struck out of a message. */
export type CountedOutcome = MessageOutcome | 'card-number';

export type Counted = { switch: string; outcome: CountedOutcome; count: number };

export function isTaken(outcome: CountedOutcome): boolean {
	return TAKEN.some((each) => each === outcome);
}

export type Counts = {
	add(source: string, outcome: CountedOutcome): void;
	all(): Counted[];
};

export function counting(): Counts {
	const counts = new Map<string, Counted>();
	return {
		add(source, outcome) {
			const key = `${source} ${outcome}`;
			const before = counts.get(key)?.count ?? 0;
			counts.set(key, { switch: source, outcome, count: before + 1 });
		},
		all: () => [...counts.values()]
	};
}

/** In the plain form that Prometheus and its like read. */
export function exposition(counted: readonly Counted[]): string {
	const name = 'fairline_webhook_messages_total';
	const taken = counted.filter(({ outcome }) => isTaken(outcome));
	const lines = taken.map(
		(each) => `${name}{switch="${each.switch}",outcome="${each.outcome}"} ${each.count}`
	);
	const about = `# HELP ${name} Messages that switches posted and were taken.`;
	return [about, `# TYPE ${name} counter`, ...lines, ''].join('\n');
}
