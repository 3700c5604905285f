/**
 * How often something was refused since this process began, by why: every line of the log that says so is counted, so
 * that what is logged and what is counted cannot differ. Names and reasons are ours, and nothing of anybody.
 */
export type Refusals = {
	/** A line as it is written. */
	note(line: Readonly<Record<string, unknown>>): void;
	/** In the plain form that Prometheus and its like read. */
	metrics(): string;
};

const LABELS = ['event', 'name', 'switch', 'because'] as const;
const NAME = 'fairline_refusals_total';
/** Reasons are few; were one ever made of what somebody sent, memory would still be bounded. */
const MOST_KINDS = 2_000;

export function countingRefusals(): Refusals {
	const counts = new Map<string, number>();
	return {
		note(line) {
			if (typeof line['because'] !== 'string') return;
			const key = LABELS.filter((label) => typeof line[label] === 'string')
				.map((label) => `${label}="${String(line[label])}"`)
				.join(',');
			const before = counts.get(key);
			if (before === undefined && counts.size >= MOST_KINDS) return;
			counts.set(key, (before ?? 0) + 1);
		},
		metrics() {
			const lines = [...counts].map(([labels, count]) => `${NAME}{${labels}} ${count}`);
			const about = `# HELP ${NAME} What was refused, by what it was and why.`;
			return [about, `# TYPE ${NAME} counter`, ...lines, ''].join('\n');
		}
	};
}
