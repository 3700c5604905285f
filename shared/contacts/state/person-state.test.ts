import { describe, expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from './fold.ts';
import { guideFacts } from '../guide-facts.ts';

const AT = instant('2026-11-19T10:00:00Z');
const KELLY = 'kelly';

type Line = ContactEventBody & { words?: Record<string, string> };

function folded(...lines: Line[]) {
	return foldContact(
		lines.map(({ words, ...body }, index) =>
			eventAt({ seq: index + 1, at: AT, by: 'priya', ...(words ? { words } : {}) }, body)
		)
	);
}

const chosen = (customerId: string): Line => ({
	type: 'customerChosen',
	customerId,
	how: 'picker'
});
const answeredRight: Line = {
	type: 'identityAnswered',
	customerId: KELLY,
	question: 'full-name',
	result: 'matches'
};
const passed: Line = { type: 'identityPassed', customerId: KELLY, passedBy: 'answers' };

/** One of every line about the person, as it is stored. Its shapes are for good. */
const WHOLE: Line[] = [
	{ type: 'guideOpened', guide: 'northmere-inbound', version: 1 },
	{ type: 'searched', found: [KELLY, 'dean'] },
	chosen(KELLY),
	answeredRight,
	{ type: 'documentSeen', customerId: KELLY, document: 'passport' },
	{ type: 'speakerNamed', customerId: KELLY, words: { name: 'Samira', role: 'Director' } },
	passed,
	{ type: 'reasonGiven', reason: 'plan', words: { 'reason-note': 'One payment.' } },
	{ type: 'needsAsked', answer: 'yes' },
	{
		type: 'supportNoted',
		consent: 'given',
		words: { adjustments: 'slower,breaks', language: 'Polish' }
	},
	{ type: 'debtRecognised', debtId: 'd1', answer: 'yes' },
	{ type: 'debtRecognised', debtId: 'd2', answer: 'no' },
	{ type: 'takeUpAnswered', entitlement: 'single-person-discount', answer: 'applies' },
	{ type: 'requestTaken', request: 'letter', words: { about: 'The summons' } },
	{ type: 'requestTaken', request: 'move', words: { who: 'Dean' } },
	{ type: 'requestWithdrawn', request: 'letter' }
];

describe('a whole contact', () => {
	it('folds into what was said of the person', () => {
		expect(folded(...WHOLE).person).toEqual({
			guide: { guide: 'northmere-inbound', version: 1 },
			found: [KELLY, 'dean'],
			check: {
				customerId: KELLY,
				answers: [{ question: 'full-name', result: 'matches' }],
				documents: ['passport'],
				isSpeakerNamed: true,
				speaker: null
			},
			passed: { customerId: KELLY, by: 'answers', at: AT },
			again: {},
			stoppedFor: null,
			reason: 'plan',
			reasonNote: 'One payment.',
			needsAsked: 'yes',
			support: { adjustments: ['slower', 'breaks'], language: 'Polish', consent: 'given' },
			recognised: { d1: 'yes', d2: 'no' },
			takeUp: { 'single-person-discount': 'applies' },
			requests: [{ request: 'move', words: { who: 'Dean' } }],
			changed: null
		});
	});

	it('about somebody else keeps only what was not about the first', () => {
		const { person } = folded(...WHOLE, chosen('dean'));
		expect(person).toMatchObject({
			check: { customerId: 'dean', answers: [], documents: [], isSpeakerNamed: false },
			passed: null,
			support: null,
			recognised: {},
			takeUp: {},
			reason: 'plan',
			requests: [{ request: 'move' }]
		});
	});

	it('chosen again as the same changes nothing', () => {
		expect(folded(...WHOLE, chosen(KELLY)).person).toEqual(folded(...WHOLE).person);
	});

	it('with a new speaker begins a new check, and keeps what was heard', () => {
		const { person } = folded(...WHOLE, { type: 'speakerChanged' });
		expect(person.check.answers).toEqual([]);
		expect(person.passed).toBeNull();
		expect(person.recognised).toEqual({ d1: 'yes', d2: 'no' });
	});

	it('without support after all keeps none', () => {
		const { person } = folded(...WHOLE, { type: 'needsAsked', answer: 'prefers-not-to-say' });
		expect(person.support).toBeNull();
	});
});

describe('the guide hears of identity', () => {
	it.each([
		['nobody chosen', [], 'open'],
		['not answered', [chosen(KELLY)], 'open'],
		['passed', [chosen(KELLY), passed], 'passed'],
		[
			'stopped',
			[chosen(KELLY), { type: 'identityStopped', customerId: KELLY } as const],
			'stopped'
		],
		[
			'stopped, then a passport',
			[chosen(KELLY), { type: 'identityStopped', customerId: KELLY } as const, passed],
			'passed'
		],
		['passed as somebody else', [chosen(KELLY), passed, chosen('dean')], 'open']
	] as const)('%s: %s', (_, lines, expected) => {
		expect(
			guideFacts({ contact: folded(...lines), people: { kind: 'gone' }, at: AT }).identity
		).toBe(expected);
	});
});
