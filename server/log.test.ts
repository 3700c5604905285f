import { describe, expect, test } from 'vitest';
import { newErrorId, openLog, type LogFields } from './log.ts';

function written(fields: LogFields): Record<string, unknown> {
	const lines: string[] = [];
	openLog((line) => lines.push(line)).info(fields);
	return JSON.parse(lines.join('')) as Record<string, unknown>;
}

function failed(cause: unknown): { line: Record<string, unknown>; text: string; errorId: string } {
	const lines: string[] = [];
	const errorId = openLog((line) => lines.push(line)).failure({ event: 'command' }, cause);
	const text = lines.join('');
	return { line: JSON.parse(text) as Record<string, unknown>, text, errorId };
}

test('a line is one JSON object with when, who wrote it and what happened', () => {
	const line = written({ event: 'command', name: 'contacts.choose', outcome: 'ok', ms: 3.2 });
	expect(line).toMatchObject({ level: 'info', name: 'contacts.choose', outcome: 'ok', ms: 3.2 });
	expect(Object.keys(line).sort()).toEqual(
		['event', 'level', 'ms', 'name', 'outcome', 'process', 'time'].sort()
	);
});

test('a field that is not on the list is not written', () => {
	const smuggled = { event: 'command', customerName: 'Ann Other', body: { postcode: 'NM1 2AB' } };
	expect(Object.keys(written(smuggled))).not.toContain('customerName');
	expect(Object.keys(written(smuggled))).not.toContain('body');
});

describe('a value that could describe a person is withheld even in a field on the list', () => {
	test.each([
		['a name', 'Ann Other'],
		['a telephone number', '07700900123'],
		['a telephone number with its country', '+447700900123'],
		['a telephone number inside a channel', 'PJSIP/07700900123-00000012'],
		['a mail address', 'ann@example.com'],
		['a sentence', 'she said she cannot pay'],
		['a second line', 'ok\nlevel'],
		['nothing but length', 'x'.repeat(81)]
	])('%s', (_, value) => {
		expect(written({ event: 'call', callId: value })['callId']).toBe('[withheld]');
	});

	test.each([
		['a uuid', '01234567-0123-7123-8123-012345678901'],
		['a switch id of a call', '1769012345.1203'],
		['a procedure', 'outcomes.commit'],
		['a refusal', 'figures-changed'],
		['a switch', 'asterisk:2']
	])('%s is written', (_, value) => {
		expect(written({ event: 'call', callId: value })['callId']).toBe(value);
	});
});

test('an error leaves its kind, its code and its place, never its message', () => {
	const inner = Object.assign(
		new TypeError('Key (name)=(Ann Other) exists\n    at Ann Other (/home/ann:1:1)\n'),
		{ code: '23505' }
	);
	const { line, text } = failed(new Error('Failed query: 07700900123', { cause: inner }));
	expect(line).toMatchObject({ level: 'error', error: 'Error < TypeError', code: '23505' });
	expect((line['at'] as string[])[0]).toMatch(/^server\/log\.test\.ts:\d+:\d+$/);
	expect(text).not.toMatch(/Ann|07700900123|Failed query/);
});

test.each([['a string'], [undefined], [null], [42], [{ message: 'Ann Other' }]])(
	'%o thrown instead of an error is logged without its content',
	(thrown) => {
		const { line, text } = failed(thrown);
		expect(line).toMatchObject({ error: typeof thrown });
		expect(text).not.toMatch(/Ann|a string/);
	}
);

test('an error that is its own cause does not hang the log', () => {
	const error = new Error('round');
	error.cause = error;
	expect(failed(error).line['error']).toBe('Error < Error < Error < Error');
});

test('the officer is shown the id that is in the log', () => {
	const { line, errorId } = failed(new Error('x'));
	expect(line['errorId']).toBe(errorId);
	expect(newErrorId()).toMatch(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/);
});
