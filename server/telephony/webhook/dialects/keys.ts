/**
 * The names of a provider's fields as one spelling, because the same provider writes `AgentInfo`, `agentInfo` and
 * `agent_info`: lower case, letters and figures alone. Deeper than a message ever goes is left out.
 */
const DEEPEST = 8;

export function plainKeys(sent: unknown, depth = 0): unknown {
	if (typeof sent !== 'object' || sent === null) return sent;
	if (depth >= DEEPEST) return null;
	if (Array.isArray(sent)) return sent.map((each) => plainKeys(each, depth + 1));
	return Object.fromEntries(
		Object.entries(sent).map(([key, value]) => [plainKey(key), plainKeys(value, depth + 1)])
	);
}

export const plainKey = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A call's or a leg's id goes into records: nothing else may be written there. */
export const CALL_ID = /^[\w.:@=-]{1,120}$/;

/** What a provider calls an officer: an extension, a login, an address, an id. */
export const AGENT = /^[\w.@+-]{1,60}$/;

/** The last part of an Amazon resource name. */
export const lastOf = (arn: string) => arn.split('/').at(-1) ?? '';

/** Who is at the end of `client:1001`, `sip:1001@example` or `tel:1001`; null where that is nobody of ours. */
export function agentAt(address: string): string | null {
	const user = /^(?:client|sips?|tel):([^@;]+)/.exec(address)?.[1] ?? '';
	return AGENT.test(user) && !/^\+/.test(user) ? user : null;
}
