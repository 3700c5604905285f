/** How many messages of each switch were heard, repeated or refused since this process began, by why. Nothing of anybody. */
export type MessageOutcome =
	| 'heard'
	| 'repeated'
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

export type Counted = { switch: string; outcome: MessageOutcome; count: number };

export type Counts = {
	add(source: string, outcome: MessageOutcome): void;
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
	const lines = counted.map(
		(each) => `${name}{switch="${each.switch}",outcome="${each.outcome}"} ${each.count}`
	);
	const about = `# HELP ${name} Messages that switches posted, by what became of them.`;
	return [about, `# TYPE ${name} counter`, ...lines, ''].join('\n');
}
