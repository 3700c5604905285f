import { expect, it } from 'vitest';
import { mayBeChosen } from './choosing.ts';

const nobody = { customerIds: [], hasSafeContact: false };
const one = { customerIds: ['kelly'], hasSafeContact: false };
const two = { customerIds: ['kelly', 'dean'], hasSafeContact: false };
const refuge = { customerIds: ['kelly', 'dean'], hasSafeContact: true };
const household = { customerIds: ['kelly'], hasSafeContact: false, isHousehold: true };
const thirty = { customerIds: Array.from({ length: 30 }, () => 'kelly'), hasSafeContact: false };

it.each([
	['number', 'kelly', one, [], true],
	['number', 'dean', one, [], false],
	['number', 'kelly', two, [], false],
	['number', 'kelly', nobody, ['kelly'], false],
	['number', 'kelly', { ...one, hasSafeContact: true }, [], false],
	['number', 'kelly', household, [], false],
	['picker', 'kelly', household, [], true],
	['picker', 'dean', two, [], true],
	['picker', 'leon', two, ['leon'], false],
	['picker', 'dean', refuge, [], false],
	['picker', 'kelly', thirty, [], false],
	['search', 'leon', nobody, ['leon'], true],
	['search', 'leon', two, ['kelly'], false],
	['search', 'kelly', one, [], false]
] as const)('by %s, %s', (how, customerId, candidates, found, expected) => {
	expect(mayBeChosen({ how, customerId }, { candidates, found })).toBe(expected);
});
