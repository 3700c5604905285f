import { describe, expect, it, test } from 'vitest';
import { NORTHMERE } from '../northmere/policy.ts';
import type { PolicyRowId } from '../policy-values.ts';
import { fieldsOf, withField } from './fields.ts';
import { POLICY_ROWS, readValue, SHAPES } from './shapes.ts';

const valueOf = (row: PolicyRowId) => NORTHMERE[row][0]?.value;

const written = (row: PolicyRowId, ...typed: readonly (readonly [string, string])[]) =>
	typed.reduce<unknown>(
		(value, [path, text]) => withField(SHAPES[row], value, { path, text }),
		valueOf(row)
	);

describe('a row of policy as fields', () => {
	it.each(POLICY_ROWS)('is %s again when every field is written as it stands', (row) => {
		const fields = fieldsOf(SHAPES[row], valueOf(row));
		expect(fields.length).toBeGreaterThan(0);
		const again = written(row, ...fields.map(({ path, text }) => [path, text] as const));
		expect(readValue(row, again)).toEqual({ ok: true, value: valueOf(row) });
	});

	it('has words for each, money in pounds and roles to choose', () => {
		expect(
			fieldsOf(SHAPES.P2, valueOf('P2')).map(({ label, kind, text }) => [label, kind, text])
		).toEqual([
			['Keeps percent', 'count', '10'],
			['Keeps least', 'money', '10.00'],
			['Above usable', 'choice', 'leader']
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
