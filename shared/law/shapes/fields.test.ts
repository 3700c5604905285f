import { describe, expect, it, test } from 'vitest';
import { NORTHMERE } from '../northmere/policy.ts';
import type { PolicyRowId } from '../policy-values.ts';
import { fieldsOf } from './fields.ts';
import { listsOf, withoutRow, withRow } from './rows.ts';
import { POLICY_ROWS, readValue, SHAPES } from './shapes.ts';
import { withField } from './writing.ts';

const valueOf = (row: PolicyRowId) => NORTHMERE[row][0]?.value;

const written = (row: PolicyRowId, ...typed: readonly (readonly [string, string])[]) =>
	typed.reduce<unknown>(
		(value, [path, text]) => withField(SHAPES[row], value, { path, text }),
		valueOf(row)
	);

describe('a row of policy as fields', () => {
	it.each(POLICY_ROWS)('is %s again when every field is written as it stands', (row) => {
		const fields = fieldsOf(SHAPES[row], valueOf(row));
		// A council is with no counter network until it says which.
		expect(fields.length > 0).toBe(row !== 'BC');
		const again = written(row, ...fields.map(({ path, text }) => [path, text] as const));
		expect(readValue(row, again)).toEqual({ ok: true, value: valueOf(row) });
	});

	it('has words for each, money in pounds and roles to choose', () => {
		expect(
			fieldsOf(SHAPES.P2, valueOf('P2')).map(({ label, kind, text }) => [label, kind, text])
		).toEqual([
			['Kept back by the household, in percent', 'count', '10'],
			['Kept back by the household, at least', 'money', '10.00'],
			['Who may agree more than is usable', 'choice', 'leader']
		]);
	});

	test.each<readonly [string, PolicyRowId, readonly (readonly [string, string])[], object]>([
		['an amount of money', 'W1', [['most.officer', '£75']], { most: { officer: 75_00 } }],
		[
			'a limit that is not theirs',
			'CT4',
			[['clearBy.usual.officer', 'none']],
			{ clearBy: { usual: { officer: null } } }
		],
		[
			'a limit that becomes theirs',
			'CA2',
			[
				['clearBy.usual.officer', 'some'],
				['clearBy.usual.officer.kind', 'months'],
				['clearBy.usual.officer.months', '12']
			],
			{ clearBy: { usual: { officer: { kind: 'months', months: 12 } } } }
		],
		['an allowance for nobody else', 'L8', [['days.leader', '']], { days: { officer: 14 } }],
		[
			'an authority that needs no last day',
			'AU',
			[['months.member', '']],
			{ months: { member: null } }
		],
		[
			'questions, one a line',
			'P7',
			[['questions', 'One?\n\n Two? ']],
			{ questions: ['One?', 'Two?'] }
		],
		['hours of a day', 'C1', [['hours.5.1', '14']], {}]
	])('takes %s', (_, row, typed, expected) => {
		const read = readValue(row, written(row, ...typed));
		expect(read).toMatchObject({ ok: true, value: expected });
	});

	test.each<readonly [string, PolicyRowId, readonly [string, string]]>([
		['words for money', 'W1', ['most.officer', 'fifty']],
		['a part of a penny', 'W1', ['most.officer', '1200.005']],
		['money below nothing', 'W1', ['most.officer', '-5']],
		['a part of a day', 'P3', ['holdDays', '1.5']],
		['nothing at all', 'P3', ['holdDays', '']]
	])('says which field has %s, and keeps it as typed', (_, row, [path, text]) => {
		const value = written(row, [path, text]);
		const read = readValue(row, value);
		expect(read.ok ? [] : Object.keys(read.problems)).toEqual([path]);
		expect(fieldsOf(SHAPES[row], value).find((field) => field.path === path)?.text).toBe(text);
	});
});

describe('a list inside a row of policy', () => {
	it('is one of which there may be more or fewer, and no other', () => {
		const lists = POLICY_ROWS.flatMap((row) =>
			listsOf(SHAPES[row], valueOf(row)).map(({ path, isNamed }) => [row, path, isNamed])
		);
		expect(lists).toEqual([
			['C1', 'most', false],
			['O1', 'systems', true],
			['BC', 'counters', false]
		]);
	});

	it('has one more at its end, of which everything is still to be said', () => {
		const value = withRow(SHAPES.C1, valueOf('C1'), { path: 'most', name: '' });
		const read = readValue('C1', value);
		expect(read.ok ? [] : Object.keys(read.problems)).toEqual(['most.3.contacts', 'most.3.days']);
		const said = [
			['most.3.contacts', '20'],
			['most.3.days', '90']
		] as const;
		const whole = said.reduce<unknown>(
			(now, [path, text]) => withField(SHAPES.C1, now, { path, text }),
			value
		);
		expect(readValue('C1', whole).ok).toBe(true);
	});

	it('has one less, and those after it move up', () => {
		const value = withoutRow(SHAPES.C1, valueOf('C1'), { path: 'most', row: '0' });
		expect(readValue('C1', value)).toMatchObject({
			ok: true,
			value: {
				most: [
					{ contacts: 3, days: 7 },
					{ contacts: 8, days: 28 }
				]
			}
		});
	});

	it('of counter networks wants a number, and room for it with the reference and the check', () => {
		const one = withRow(SHAPES.BC, valueOf('BC'), { path: 'counters', name: '' });
		const typed = (digits: string) =>
			[
				['name', 'Post Office'],
				['begins', '982699'],
				['digits', digits],
				['check', 'modulus-10']
			].reduce<unknown>(
				(now, [field = '', text = '']) =>
					withField(SHAPES.BC, now, { path: `counters.0.${field}`, text }),
				one
			);
		const problems = (value: unknown) => {
			const read = readValue('BC', value);
			return read.ok ? [] : Object.keys(read.problems);
		};
		expect(problems(one)).toEqual(['counters.0.name', 'counters.0.begins', 'counters.0.digits']);
		expect(problems(typed('16'))).toEqual(['counters.0.digits']);
		expect(problems(typed('17'))).toEqual([]);
	});

	it('of names takes a new one once, and none without a name', () => {
		const named = withRow(SHAPES.O1, valueOf('O1'), { path: 'systems', name: 'libraries' });
		expect(listsOf(SHAPES.O1, named)[0]?.rows).toContain('libraries');
		for (const name of ['', 'revenues'])
			expect(withRow(SHAPES.O1, valueOf('O1'), { path: 'systems', name })).toEqual(valueOf('O1'));
		const without = withoutRow(SHAPES.O1, named, { path: 'systems', row: 'libraries' });
		expect(without).toEqual(valueOf('O1'));
	});
});
