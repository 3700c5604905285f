/** What a dialect's messages come to, told through the rules of calls as the switch tells them. */
import type { CallEvent } from '#shared/calls/events.ts';
import { callDocument } from '#shared/calls/document.ts';
import { NO_LINES } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { instant } from '#shared/time/day.ts';
import type { Dialect } from '#server/telephony/webhook/dialect.ts';
import { Ears } from '#server/telephony/webhook/hearing/ears.ts';

export function told(dialect: Dialect, contents: readonly unknown[]) {
	const heard: CallEvent[] = [];
	const now = () => instant('2026-11-19T10:00:00Z');
	const ears = new Ears({
		source: 'webhook:x',
		now,
		over: new Set(),
		onEvent: (event) => heard.push(event)
	});
	const refused = contents.map((content) => {
		const read = dialect(content);
		if (read.ok) for (const said of read.said) ears.hear(said);
		return !read.ok;
	});
	const lines = heard.reduce(applyCallEvent, NO_LINES);
	return { heard, refused, contacts: callDocument(lines.calls.values()).contacts };
}
