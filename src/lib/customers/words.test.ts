import { describe, expect, test } from 'vitest';
import { matchedText, foundAdvice, foundText } from './words.ts';

const people = (count: number, some: { hasMore?: boolean } = {}) => ({
	found: Array.from({ length: count }),
	hasMore: false,
	...some
});

describe('what a search found', () => {
	test.each([
		[people(0), 'Nobody matches', /how the name is spelled/],
		[people(1), '1 person matches', null],
		[people(3), '3 people match', null],
		[people(10, { hasMore: true }), 'More than 10 people match', /another word/]
	] as const)('%j reads: %s', (found, text, advice) => {
		expect(foundText(found)).toBe(text);
		if (advice) expect(foundAdvice(found)).toMatch(advice);
		else expect(foundAdvice(found)).toBeNull();
	});
});

describe('what somebody matched on', () => {
	test.each([
		[['name', 'address'], false, 'Name, address'],
		[['nino'], false, 'National Insurance number'],
		[['born', 'name'], true, 'Nearly: date of birth, name']
	] as const)('%j, nearly %s', (matchedOn, isNear, words) => {
		expect(matchedText({ matchedOn, isNear })).toBe(words);
	});
});
