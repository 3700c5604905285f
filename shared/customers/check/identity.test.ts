import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pence } from '../../money/pence.ts';
import { day } from '../../time/day.ts';
import { DOCUMENTS } from './documents.ts';
import { compareAnswer, questionsOf, type HeldFacts } from './held.ts';
import {
	identityStanding,
	isSpent,
	NEW_CHECK,
	resultOf,
	type AnswerResult,
	type Check,
	type CheckedRecord
} from './identity.ts';
import { KNOWN_TO_OTHERS, QUESTIONS, type Question } from './questions.ts';

const POLICY = { answers: 3, knownOnlyToThem: 1, moreOnExtraCheck: 1, wrongStops: 2 };

const KELLY: HeldFacts = {
	kind: 'person',
	needsExtraCheck: true,
	isSafeContact: false,
	bornOn: day('1987-03-14'),
	names: [{ givenNames: 'Kelly', familyName: 'Ashworth' }],
	addresses: [{ line1: '14 Lantern Row', line2: null, postcode: 'NM4 7QT' }],
	debts: [
		{ reference: '7710448261', isJoint: true, instalments: [] },
		{ reference: '7710448262', isJoint: false, instalments: [pence(11800)] }
	],
	payments: [{ amount: pence(4000), on: day('2026-09-02'), method: 'card' }],
	hasPassword: false
};

const record = (some: Partial<CheckedRecord> = {}): CheckedRecord => ({
	kind: 'person',
	needsExtraCheck: false,
	isSafeContact: false,
	hasDied: false,
	offered: QUESTIONS,
	wrongToday: 0,
	...some
});

/** `name+ address+ reference-`: what was asked and how it compared. */
function check(...answers: [Question, AnswerResult][]): Check {
	return { ...NEW_CHECK, answers: answers.map(([question, result]) => ({ question, result })) };
}

const matching = (...questions: Question[]) =>
	check(...questions.map((question): [Question, AnswerResult] => [question, 'matches']));

describe('a person passes', () => {
	it.each([
		['with two of three', matching('full-name', 'reference'), {}, 'open'],
		['with three, one only theirs', matching('full-name', 'address', 'reference'), {}, 'passed'],
		['with three only theirs', matching('instalment', 'last-payment', 'reference'), {}, 'passed'],
		[
			'never on name, address and date of birth',
			matching('full-name', 'address', 'date-of-birth'),
			{},
			'open'
		],
		[
			'with the same answer three times',
			matching('reference', 'reference', 'reference'),
			{},
			'open'
		],
		[
			'with three on a record marked for one more',
			matching('full-name', 'address', 'reference'),
			{ needsExtraCheck: true },
			'open'
		],
		[
			'with four on a record marked for one more',
			matching('full-name', 'address', 'date-of-birth', 'last-payment'),
			{ needsExtraCheck: true },
			'passed'
		],
		[
			'with three where they may only be contacted safely',
			matching('full-name', 'address', 'reference'),
			{ isSafeContact: true },
			'open'
		],
		[
			'after one wrong answer, with three right',
			check(
				['instalment', 'differs'],
				['full-name', 'matches'],
				['address', 'matches'],
				['reference', 'matches']
			),
			{ wrongToday: 1 },
			'passed'
		],
		[
			'after two wrong answers, whatever else is right',
			matching('full-name', 'address', 'reference'),
			{ wrongToday: 2 },
			'stopped'
		],
		['once dead', matching('full-name', 'address', 'reference'), { hasDied: true }, 'stopped']
	] as const)('%s', (_, answers, marks, expected) => {
		expect(identityStanding(answers, POLICY, record(marks)).is).toBe(expected);
	});

	it('is told what is missing in words', () => {
		const standing = identityStanding(matching('full-name'), POLICY, record());
		expect(standing).toEqual({
			is: 'open',
			matched: 1,
			needed: 3,
			says: '2 more needed, one of them something only they should know.',
			canPass: true
		});
		const last = identityStanding(matching('full-name', 'address'), POLICY, record());
		expect(last).toMatchObject({ says: 'One more needed: something only they should know.' });
	});

	it('cannot where nothing is held that only they should know', () => {
		const offered = ['full-name', 'address', 'date-of-birth'] as const;
		const standing = identityStanding(NEW_CHECK, POLICY, record({ offered }));
		expect(standing).toMatchObject({ is: 'open', canPass: false });
	});
});

describe('documents at the desk', () => {
	it.each([
		[['passport'], 0, 'passed'],
		[['council-bill'], 0, 'open'],
		[['council-bill', 'council-bill'], 0, 'open'],
		[['council-bill', 'bank-statement'], 0, 'passed'],
		[['council-bill', 'bank-statement'], 2, 'stopped'],
		[['driving-licence'], 2, 'passed'],
		[[], 0, 'open']
	] as const)('%j after %i wrong answers: %s', (documents, wrongToday, expected) => {
		const standing = identityStanding({ ...NEW_CHECK, documents }, POLICY, record({ wrongToday }));
		expect(standing.is).toBe(expected);
	});
});

describe('an organisation', () => {
	const cafe = record({ kind: 'organisation', offered: ['reference', 'address', 'last-payment'] });
	const named = { isSpeakerNamed: true };

	it('needs its reference, its address, and the speaker’s name and role', () => {
		const both = matching('reference', 'address');
		expect(identityStanding(both, POLICY, cafe)).toMatchObject({
			is: 'open',
			says: 'One more needed: the speaker’s name and role.'
		});
		expect(identityStanding({ ...both, ...named }, POLICY, cafe)).toEqual({
			is: 'passed',
			by: 'organisation'
		});
	});

	it('does not pass on a payment in place of its address', () => {
		const other = { ...matching('reference', 'last-payment'), ...named };
		expect(identityStanding(other, POLICY, cafe).is).toBe('open');
	});

	it('needs one more on a marked record', () => {
		const marked = { ...cafe, needsExtraCheck: true };
		const three = { ...matching('reference', 'address'), ...named };
		expect(identityStanding(three, POLICY, marked).is).toBe('open');
		const four = { ...matching('reference', 'address', 'last-payment'), ...named };
		expect(identityStanding(four, POLICY, marked).is).toBe('passed');
	});

	it('is not known by a document of the speaker’s own', () => {
		expect(identityStanding({ ...NEW_CHECK, documents: ['passport'] }, POLICY, cafe).is).toBe(
			'open'
		);
	});
});

describe('an answer', () => {
	it('that is nearly right twice is wrong', () => {
		expect(resultOf('nearly', 'address', NEW_CHECK)).toBe('nearly');
		const asked = check(['address', 'nearly']);
		expect(resultOf('nearly', 'address', asked)).toBe('differs');
		expect(resultOf('nearly', 'full-name', asked)).toBe('nearly');
		expect(resultOf('matches', 'address', asked)).toBe('matches');
	});

	it('right or wrong spends its question; nearly and declined do not', () => {
		const asked = check(
			['full-name', 'matches'],
			['address', 'nearly'],
			['reference', 'differs'],
			['instalment', 'declined']
		);
		const spent = QUESTIONS.filter((question) => isSpent(asked, question));
		expect(spent).toEqual(['full-name', 'reference']);
	});

	it('typed as nothing is no attempt', () => {
		for (const question of QUESTIONS) {
			expect(compareAnswer({ question, said: '  ' }, KELLY, false)).toBe('unread');
		}
	});
});

describe('Dean, who lived with her', () => {
	const known: [Question, string][] = [
		['full-name', 'Kelly Ashworth'],
		['address', '14 Lantern Row NM4 7QT'],
		['date-of-birth', '14 3 87'],
		// Their joint bill, which he has as well.
		['reference', '7710 448 261']
	];

	it('cannot pass as Kelly with everything he knows', () => {
		const offered = questionsOf(KELLY);
		const answers = known.map(([question, said]) => {
			const compared = compareAnswer({ question, said }, KELLY, false);
			return { question, result: compared === 'unread' ? ('declined' as const) : compared };
		});
		const wrongToday = answers.filter(({ result }) => result === 'differs').length;
		const standing = identityStanding(
			{ ...NEW_CHECK, answers },
			POLICY,
			record({ needsExtraCheck: true, offered, wrongToday })
		);
		expect(answers.map(({ result }) => result)).toEqual([
			'matches',
			'matches',
			'matches',
			'differs'
		]);
		expect(standing.is).toBe('open');
	});
});

it('offers only what is held', () => {
	expect(questionsOf(KELLY)).toEqual([
		'full-name',
		'address',
		'date-of-birth',
		'reference',
		'instalment',
		'last-payment'
	]);
	const nothing = { ...KELLY, bornOn: null, addresses: [], payments: [] };
	const onlyJoint = { ...nothing, debts: KELLY.debts.slice(0, 1) };
	expect(questionsOf(onlyJoint)).toEqual(['full-name']);
	expect(questionsOf({ ...onlyJoint, needsExtraCheck: false })).toEqual(['full-name', 'reference']);
});

describe('whatever is answered', () => {
	const results = fc.constantFrom<AnswerResult>('matches', 'nearly', 'differs', 'declined');
	const answers = fc.array(
		fc.record({ question: fc.constantFrom(...QUESTIONS), result: results }),
		{
			maxLength: 12
		}
	);

	it('name, address and date of birth never pass, under any policy', () => {
		const policies = fc.record({
			answers: fc.nat(4),
			knownOnlyToThem: fc.nat(2),
			moreOnExtraCheck: fc.nat(2),
			wrongStops: fc.integer({ min: 1, max: 3 })
		});
		fc.assert(
			fc.property(answers, policies, (given, policy) => {
				const known = given.filter(({ question }) => KNOWN_TO_OTHERS.has(question));
				const standing = identityStanding({ ...NEW_CHECK, answers: known }, policy, record());
				expect(standing.is).not.toBe('passed');
			})
		);
	});

	it('one more right answer never takes a pass away', () => {
		fc.assert(
			fc.property(answers, fc.constantFrom(...QUESTIONS), (given, question) => {
				const before = identityStanding({ ...NEW_CHECK, answers: given }, POLICY, record());
				const more = [...given, { question, result: 'matches' as const }];
				const after = identityStanding({ ...NEW_CHECK, answers: more }, POLICY, record());
				if (before.is === 'passed') expect(after.is).toBe('passed');
			})
		);
	});

	it('two wrong stop it, whatever documents without a photograph are shown', () => {
		const papers = fc.array(fc.constantFrom(...DOCUMENTS.slice(4)));
		fc.assert(
			fc.property(answers, papers, (given, documents) => {
				const shown = { ...NEW_CHECK, answers: given, documents };
				expect(identityStanding(shown, POLICY, record({ wrongToday: 2 })).is).toBe('stopped');
			})
		);
	});
});
