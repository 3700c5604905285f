import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { day } from '../../time/day.ts';
import type { Answer } from '../check/identity.ts';
import { QUESTIONS, type Question } from '../check/questions.ts';
import { againStanding, askedAgain, needOf, type AgainKnown } from './again.ts';
import { CHANGE_KINDS } from './kinds.ts';

const R1 = samplePolicy(day('2026-11-19')).R1.value;

const right = (...questions: Question[]): Answer[] =>
	questions.map((question) => ({ question, result: 'matches' }));

function known(given: Partial<AgainKnown> & { wrongToday?: number }): AgainKnown {
	const { wrongToday = 0, ...rest } = given;
	return {
		first: right('full-name', 'address', 'instalment'),
		passedBy: 'answers',
		answers: [],
		record: { offered: QUESTIONS, wrongToday },
		wrongStops: 2,
		...rest
	};
}

function needed(kind: 'address' | 'bank') {
	const need = needOf(kind, R1);
	if (!need) throw new Error('Nothing more is asked.');
	return need;
}

describe('what a change asks beyond identity', () => {
	it('is nothing for a name, a number, an email address, a household or a death', () => {
		expect([...CHANGE_KINDS, 'death' as const].filter((kind) => needOf(kind, R1))).toEqual([
			'address',
			'bank'
		]);
	});

	it.each([
		['a move, nothing answered', 'address', {}, 'open'],
		['a move, what the first check had', 'address', { answers: right('instalment') }, 'open'],
		['a move, one that is new', 'address', { answers: right('date-of-birth') }, 'passed'],
		['a move, a photograph seen at the desk', 'address', { passedBy: 'documents' }, 'passed'],
		['bank details, nothing answered', 'bank', {}, 'open'],
		['bank details, a photograph seen', 'bank', { passedBy: 'documents' }, 'open'],
		[
			'bank details, three and none stronger',
			'bank',
			{ answers: right('full-name', 'address', 'date-of-birth') },
			'open'
		],
		['bank details, a password alone', 'bank', { answers: right('password') }, 'open'],
		[
			'bank details, three with the password',
			'bank',
			{ answers: right('full-name', 'instalment', 'password') },
			'passed'
		],
		[
			'bank details, the same one three times',
			'bank',
			{ answers: right('password', 'password', 'password') },
			'open'
		],
		[
			'whatever was answered, after two wrong ones today',
			'bank',
			{ answers: right('full-name', 'instalment', 'password'), wrongToday: 2 },
			'stopped'
		]
	] as const)('%s', (_, kind, given, is) => {
		expect(againStanding(needed(kind), known(given)).is).toBe(is);
	});

	it('says what is missing, and when no question is left that could', () => {
		const offered = ['full-name', 'address', 'date-of-birth'] as const;
		const record = { offered, wrongToday: 0 };
		expect(againStanding(needed('bank'), known({ record }))).toEqual({
			is: 'open',
			matched: 0,
			needed: 3,
			says: '3 more answers needed, one of them: password they set or last payment.',
			canPass: false
		});
		const all = { offered: QUESTIONS, wrongToday: 0 };
		expect(againStanding(needed('address'), known({ record: all }))).toMatchObject({
			says: 'One more answer needed.',
			canPass: true
		});
	});

	it('offers for a move only what was not asked before, right or wrong', () => {
		const first: Answer[] = [...right('full-name'), { question: 'password', result: 'differs' }];
		const asked = askedAgain(needed('address'), known({ first }));
		expect(asked).toEqual(
			QUESTIONS.filter((question) => question !== 'full-name' && question !== 'password')
		);
		expect(askedAgain(needed('bank'), known({ first }))).toEqual(QUESTIONS);
	});
});
