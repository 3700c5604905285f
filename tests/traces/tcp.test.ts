/**
 * Every recording played over a real connection into the very client and adapter that the product hears a switch with:
 * the first at its real pace, the others twenty times as fast.
 */
import { describe, expect, it } from 'vitest';
import type { CallEvent } from '#shared/calls/events.ts';
import { callDocument } from '#shared/calls/document.ts';
import { NO_LINES } from '#shared/calls/lines.ts';
import { applyCallEvent } from '#shared/calls/reduce.ts';
import { systemClock } from '#server/clock.ts';
import { openLog } from '#server/log.ts';
import { AmiSwitch } from '#server/telephony/ami/switch.ts';
import type { Commanded } from '#server/telephony/port.ts';
import { Player } from '#server/telephony/replay/play.ts';
import { TRACES, type Trace } from './recordings.ts';

const AT_REAL_PACE = 'a-queue-answered-caller-hangs-up';

describe('over a connection', () => {
	it.concurrent.each(TRACES)(
		'$name comes to what happened',
		async (trace) => {
			const heard = await heardFrom(trace, trace.name === AT_REAL_PACE ? 1 : 20);
			const lines = heard.reduce(applyCallEvent, NO_LINES);
			expect(callDocument(lines.calls.values())).toEqual(trace.expected);
		},
		40_000
	);

	it.concurrent(
		'an answer never stands in the middle of an event that comes in pieces',
		async () => {
			const [trace] = TRACES.filter(({ name }) => name === AT_REAL_PACE);
			const answers: Promise<Commanded>[] = [];
			const ask = (its: AmiSwitch) => {
				if (its.state() !== 'connected' || answers.length >= 20) return;
				// Each for another telephone, so that none is done already.
				const agent = String(2000 + answers.length);
				answers.push(its.command({ verb: 'pause', agent, reason: 'Wrap-up' }));
			};
			const heard = trace ? await heardFrom(trace, 20, ask) : [];
			expect(callDocument(heard.reduce(applyCallEvent, NO_LINES).calls.values())).toEqual(
				trace?.expected
			);
			expect(answers.length).toBeGreaterThan(5);
			const refused = { ok: false, because: 'refused-by-switch' };
			expect((await Promise.all(answers)).slice(0, 5)).toEqual(Array(5).fill(refused));
		}
	);

	it.concurrent('what is heard is counted without a gap, and signed with its switch', async () => {
		const [trace] = TRACES.filter(({ name }) => name.startsWith('h-'));
		const heard = trace ? await heardFrom(trace, 20) : [];
		expect(heard.map(({ sequence }) => sequence)).toEqual(heard.map((_, index) => index + 1));
		expect(new Set(heard.map(({ source }) => source))).toEqual(new Set(['asterisk:2']));
	});
});

async function heardFrom(
	trace: Trace,
	speed: number,
	meanwhile: (its: AmiSwitch) => void = () => undefined
): Promise<CallEvent[]> {
	const heard: CallEvent[] = [];
	const player = new Player({ speed });
	const port = await player.listen({ host: '127.0.0.1', port: 0 });
	const listening = new AmiSwitch({
		source: 'asterisk:2',
		address: { host: '127.0.0.1', port, username: 'fairline', secret: 'fairline' },
		isTrustedTrunk: trace.isTrustedTrunk,
		verbs: ['pause'],
		clock: systemClock,
		log: openLog(() => undefined),
		isQuiet: true
	});
	listening.start((event) => {
		heard.push(event);
		meanwhile(listening);
	});
	await player.play([trace.recording]);
	await listening.stop();
	await player.close();
	return heard;
}
