/**
 * Who is calling, from the headers of their INVITE. From is the number the caller wishes to be shown, and what a
 * customer is looked up by; P-Asserted-Identity is the number of the line, which may be an advice agency's or a
 * refuge's, so that it never stands in for From. A call with a Privacy header (RFC 3323, RFC 3325) has no number here,
 * whatever the trunk leaks beside it, and neither has one of whose Privacy nothing was said.
 */
import type { Caller, Presentation } from '#shared/calls/events.ts';
import { callerFrom, readNumber } from '#shared/calls/number.ts';
import type { CallMessage } from './message.ts';

type Headers = Pick<CallMessage, 'event' | 'from' | 'fromName' | 'pai' | 'privacy'>;

export function callerOf(headers: Headers): Caller {
	return callerFrom({
		number: headers.from ?? '',
		name: unquoted(headers.fromName ?? ''),
		said: presentationOf(headers),
		isTrustedTrunk: false
	});
}

/** Only an INVITE without the header gives leave by its silence: an answer to one never has it. */
export function presentationOf({ event, privacy, pai }: Headers): Presentation | null {
	const wishes = (privacy ?? '')
		.toLowerCase()
		.split(/[;,\s]+/)
		.filter((wish) => wish !== '' && wish !== 'critical');
	if (wishes.some((wish) => wish !== 'none')) return 'withheld';
	if (isWithheldLine(pai ?? '')) return 'withheld';
	return privacy === undefined && event !== 'call.offered' ? 'unknown' : null;
}

/** A network that withholds by writing so into the number of the line. */
function isWithheldLine(pai: string): boolean {
	return readNumber(/<([^>]*)>/.exec(pai)?.[1] ?? pai).presentation === 'withheld';
}

/** A display name as SIP writes it, with or without its quotes. */
function unquoted(name: string): string {
	const text = name.trim();
	return /^".*"$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/gs, '$1') : text;
}
