import { describe, expect, it } from 'vitest';
import { WEEKS, type Side } from '../../affordability/business/cash-flow.ts';
import { NOT_ASKED } from '../../affordability/home.ts';
import type { Statement } from '../../affordability/statement.ts';
import { pence } from '../../money/pence.ts';
import { day, instant, type Instant } from '../../time/day.ts';
import { conversationAfter, NO_CONVERSATION } from './conversation.ts';
import { officerEvent } from '../log/sent.ts';
import type { CarriedEvent, StatementEvent } from '../log/statement-events.ts';
import {
	NO_STATEMENT,
	statementAfter,
	statementFrom,
	type StatementState
} from './statement-state.ts';
import { withoutWords, withWords } from '../statement-words.ts';

const THEN = instant('2026-08-03T10:00:00Z');
const NOW = instant('2026-11-19T10:00:00Z');

type Line = (StatementEvent | CarriedEvent) & { words?: Record<string, string>; at?: Instant };

function told(...lines: Line[]): StatementState {
	return lines.reduce(
		(state, { at = NOW, ...line }, index) =>
			statementAfter(state, { ...line, seq: index + 1, at, by: 'priya' }),
		NO_STATEMENT
	);
}

const HOME = { ...NOT_ASKED, tenure: 'private-tenant', vehicles: 1 } as const;
const week = (number: number, side: Side, amount: number | null): Line => ({
	type: 'cashFlowWeekSet',
	week: number,
	side,
	amount: amount === null ? null : pence(amount)
});
const gas = (amount: number): Line => ({
	type: 'statementLineSet',
	line: 'gas',
	amount: pence(amount),
	frequency: 'monthly',
	provenance: 'said',
	words: { note: 'On a meter' }
});

/** Each as it is stored; its shape is for good. */
const SHAPES: Line[] = [
	{ type: 'statementFormChosen', form: 'full' },
	{ type: 'homeDescribed', home: HOME },
	{ type: 'cashFlowOpened', amount: pence(-250_00) },
	week(1, 'moneyIn', 1200_00),
	{
		type: 'cashFlowFigureSet',
		figure: 'overdraft',
		amount: pence(500_00),
		provenance: 'bank',
		words: { note: 'Letter of 2 June' }
	},
	{
		type: 'statementFromAdviser',
		on: day('2026-11-02'),
		words: { name: 'Dana Frost', organisation: 'Harbour Debt Advice' }
	}
];

describe('what was told', () => {
	it('is folded, and sent by an officer in the very shapes that are stored', () => {
		const statement = statementFrom(told(...SHAPES));
		expect(statement).toMatchObject({
			form: 'full',
			madeOn: '2026-11-02',
			home: HOME,
			cashFlow: {
				opening: -250_00,
				overdraft: 500_00,
				sources: { overdraft: { provenance: 'bank', note: 'Letter of 2 June' } }
			},
			adviser: { name: 'Dana Frost', organisation: 'Harbour Debt Advice', on: '2026-11-02' }
		});
		for (const shape of SHAPES) {
			const { words, ...body } = shape;
			expect(officerEvent.parse({ ...body, words })).toEqual(body);
		}
	});

	it('of an adviser is taken back', () => {
		const statement = statementFrom(told(...SHAPES, { type: 'statementFromAdviser', on: null }));
		expect(statement?.adviser).toBeUndefined();
		expect(statement?.madeOn).toBe('2026-11-19');
	});

	it.each([
		['week 0', { type: 'cashFlowWeekSet', week: 0, side: 'moneyIn', amount: 1 }],
		['week 14', { type: 'cashFlowWeekSet', week: 14, side: 'moneyIn', amount: 1 }],
		['half a week', { type: 'cashFlowWeekSet', week: 1.5, side: 'moneyIn', amount: 1 }],
		[
			'money below nothing in a week',
			{ type: 'cashFlowWeekSet', week: 1, side: 'moneyIn', amount: -5 }
		],
		[
			'an overdraft below nothing',
			{ type: 'cashFlowFigureSet', figure: 'overdraft', amount: -1, provenance: 'said' }
		],
		[
			'a week below nothing',
			{ type: 'cashFlowFigureSet', figure: 'moneyIn-3', amount: -1, provenance: 'said' }
		],
		[
			'a fourteenth week',
			{ type: 'cashFlowFigureSet', figure: 'moneyIn-14', amount: 1, provenance: 'said' }
		],
		[
			'a figure from nowhere',
			{ type: 'cashFlowFigureSet', figure: 'moneyIn-3', amount: 1, provenance: 'guessed' }
		],
		['part of a penny', { type: 'cashFlowOpened', amount: 1.5 }],
		['a thousand million', { type: 'cashFlowOpened', amount: 1e11 }],
		['31 November', { type: 'statementFromAdviser', on: '2026-11-31' }],
		['a carried statement', { type: 'statementCarried', kept: null, resumed: null }]
	])('is not taken from a screen where it is %s', (_what, body) => {
		expect(officerEvent.safeParse(body).success).toBe(false);
	});

	it('of a business alone is a cash flow, and may be relied on when all weeks are there', () => {
		const weeks = Array.from({ length: WEEKS }, (_, at) => [
			week(at + 1, 'moneyIn', 900_00),
			week(at + 1, 'moneyOut', 700_00)
		]).flat();
		expect(statementFrom(told(...weeks))).toMatchObject({ form: 'cash-flow', lines: [] });
	});
});

const KEPT: Statement = {
	form: 'full',
	madeOn: day('2026-08-03'),
	household: { adults: 1, childrenUnder16: 2, youngPeople: 0 },
	lines: [
		{
			line: 'gas',
			amount: pence(62_00),
			frequency: 'monthly',
			provenance: 'bank',
			note: 'On a meter'
		}
	],
	answers: null,
	reasons: { food: 'A child’s diet' },
	adviser: { name: 'Dana Frost', organisation: 'Harbour Debt Advice', on: day('2026-08-03') }
};

function carried(change: Partial<CarriedEvent> = {}): Line {
	const { figures, spoken } = withoutWords(KEPT);
	const kept = { version: 2, reviewOn: day('2027-02-03'), statement: figures };
	const words = { kept: spoken, resumed: spoken };
	return { type: 'statementCarried', kept, resumed: null, ...change, words };
}

describe('a statement of before', () => {
	it('keeps its words beside its figures, and is whole again with them', () => {
		const { figures, spoken } = withoutWords(KEPT);
		expect(JSON.stringify(figures)).not.toMatch(/meter|diet|Dana|Harbour/);
		expect(withWords(figures, spoken)).toEqual(KEPT);
		expect(withWords(figures, undefined).lines[0]?.amount).toBe(62_00);
	});

	it('is where this one starts, with its own date until something is said of it', () => {
		const begun = told(carried());
		expect(statementFrom(begun)?.madeOn).toBe('2026-08-03');
		expect(begun).toMatchObject({ isUntouched: true, before: { version: 2 }, adviser: null });
		expect(begun.told.gas).toMatchObject({ amount: 62_00, provenance: 'bank', note: 'On a meter' });
		const changed = told(carried(), gas(75_00));
		expect(statementFrom(changed)?.madeOn).toBe('2026-11-19');
		expect(changed.before?.statement).toEqual(KEPT);
	});

	it('that was confirmed as it is has the day of that', () => {
		const confirmed = told(carried(), { type: 'statementFinished' });
		expect(statementFrom(confirmed)?.madeOn).toBe('2026-11-19');
	});

	it('does not take the place of what was told here already', () => {
		const here = told(...SHAPES);
		expect(statementAfter(here, { ...carried(), seq: 9, at: NOW, by: null })).toEqual(here);
	});

	it('that was half done goes on as one of this contact', () => {
		const { figures } = withoutWords(KEPT);
		const resumed = { channel: 'phone', statement: figures } as const;
		expect(told(carried({ kept: null, resumed }))).toMatchObject({
			isUntouched: false,
			before: null,
			resumedFrom: { channel: 'phone', on: '2026-08-03' },
			adviser: { name: 'Dana Frost' }
		});
	});

	it.each(['speakerChanged', 'representativeSpoke'] as const)(
		'is not there for another who speaks (%s)',
		(type) => {
			const statement = told(carried());
			const event =
				type === 'speakerChanged' ? { type } : { type, customerId: 'kelly', authorityId: null };
			const after = conversationAfter(
				{ ...NO_CONVERSATION, statement },
				{ ...event, seq: 2, at: THEN, by: null }
			);
			expect(after.statement).toEqual(NO_STATEMENT);
		}
	);
});
