/**
 * The keys a caller presses, and a card's figures wherever a switch may carry them: through the very parser and adapter
 * that the product hears with, nothing of them is said, whatever the message and its key.
 */
import { describe, expect, it } from 'vitest';
import type { CallEvent } from '#shared/calls/events.ts';
import { instant } from '#shared/time/day.ts';
import { createEars } from '#server/telephony/ami/adapter.ts';
import { hear } from '#server/telephony/ami/hear.ts';
import { Parser } from '#server/telephony/ami/parser.ts';
import { CARD, KEYED, keyedInto } from './keyed.ts';
import { TRACES } from './recordings.ts';

const NAME = 'a-queue-answered-caller-hangs-up';

function saidOf(bytes: Buffer): readonly CallEvent[] {
	const said: CallEvent[] = [];
	const now = () => instant('2026-11-19T10:00:00Z');
	const onEvent = (event: CallEvent) => void said.push(event);
	const ears = createEars({ source: 'asterisk', isTrustedTrunk: false, now, onEvent });
	new Parser({ message: (message) => hear(ears, message) }).push(bytes);
	return said;
}

describe('keys pressed in a call', () => {
	const bytes = TRACES.find(({ name }) => name === NAME)?.recording.bytes ?? Buffer.alloc(0);

	it.each(KEYED)('are not said of %s', (_, ...lines) => {
		const said = saidOf(keyedInto(bytes, [lines]));
		expect(said.length).toBeGreaterThan(5);
		expect(JSON.stringify(said)).not.toMatch(new RegExp(`${CARD}|${CARD.slice(0, 6)}|"4929"`));
		expect(said.at(-1)).toMatchObject({ type: 'contact.ended', by: 'caller' });
	});

	it('are no message at all as events of their own', () => {
		const heard: string[] = [];
		const parser = new Parser({ message: (message) => heard.push([...message.values()].join()) });
		for (const event of ['DTMFBegin', 'DTMFEnd', 'dtmfend', 'DTMF'])
			parser.push(Buffer.from(`Event: ${event}\r\nDigit: 4\r\nUniqueid: 1.1\r\n\r\n`));
		expect(heard).toEqual([]);
	});
});
