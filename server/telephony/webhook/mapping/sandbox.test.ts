import { afterAll, describe, expect, it } from 'vitest';
import { tried } from './mapped.ts';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox();
afterAll(() => sandbox.close());

const MESSAGE = { ev: 'ring', id: 'm1', cli: '07700 900142', ext: 1001, secret: 'x' };
const MAPPING = `[
	{"type": "contact.started", "contactId": id, "caller": {"number": cli}},
	{"type": "agent.offered", "contactId": id, "agent": $string(ext)}
]`;

describe('a mapping', () => {
	it('makes call events of a message nobody wrote a dialect for', async () => {
		const read = await tried({ expression: MAPPING, content: MESSAGE }, sandbox);
		expect(read?.said).toMatchObject([
			{ type: 'contact.started', caller: { number: '+447700900142' } },
			{ type: 'agent.offered', agent: '1001', legId: 'm1 1001' }
		]);
	});

	it.each([
		['nothing'],
		['$$.constructor.constructor("return process")()'],
		['[]'],
		['ev = "end" ? {"type": "contact.ended", "contactId": id}']
	])('%s says nothing', async (expression) => {
		expect(await tried({ expression, content: MESSAGE }, sandbox)).toMatchObject({ said: [] });
	});

	it.each([
		['that is no mapping', '{"type":'],
		['that calls what is not there', '$nothere(1)'],
		['that loops', '($f := function($n) { $f($n + 1) }; $f(0))'],
		['that loops in a pattern', '$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)'],
		['that grows', '($f := function($a) { $f($append($a, $a)) }; $f([1..1000]))'],
		[
			'that makes a mapping of the message',
			'$eval("{\\"type\\": \\"contact.parked\\", \\"contactId\\": \\"x\\"}")'
		],
		['that comes to another thing', '{"type": "contact.moved", "contactId": id}'],
		['that comes to a number', '42'],
		['that comes to too much', '[1..100000].{"type": "contact.parked", "contactId": "x"}']
	])('%s comes to no call event', async (_, expression) => {
		expect(await tried({ expression, content: MESSAGE }, sandbox)).toBeNull();
	});

	it('that was ended leaves the next one its turn', async () => {
		const loop = '($f := function($n) { $f($n + 1) }; $f(0))';
		const [ended, next] = await Promise.all([
			sandbox.run({ expression: loop, content: {} }),
			sandbox.run({ expression: 'id', content: MESSAGE })
		]);
		expect(ended).toEqual({ ok: false, because: 'too-slow' });
		expect(next).toEqual({ ok: true, result: 'm1' });
	});
});
