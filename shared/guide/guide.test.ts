import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../tests/builders/guide.ts';
import type { GuideFacts } from './facts.ts';
import { actionOf, linesOf, nextStep, stillToDo, stepOf } from './guide.ts';
import { NORTHMERE_INBOUND } from './northmere-inbound.ts';
import { REQUESTS } from './requests.ts';

describe('the next step', () => {
	it.each([
		['greeting', {}, 'identity'],
		['identity', { identity: 'passed' }, 'reason'],
		['identity', { identity: 'stopped' }, 'wrap-up'],
		['identity', { requests: ['death'] }, 'wrap-up'],
		['reason', {}, 'support'],
		['support', {}, 'debts'],
		['debts', { spottedCount: 2 }, 'take-up'],
		['debts', {}, 'affordability'],
		['debts', { identity: 'passed', isProtected: true }, 'wrap-up'],
		['debts', { isProtected: true, spottedCount: 1 }, 'take-up'],
		['debts', { identity: 'passed', debtCount: 0 }, 'wrap-up'],
		['take-up', { identity: 'passed', isProtected: true }, 'wrap-up'],
		['take-up', {}, 'affordability'],
		['affordability', { hasSurplus: true }, 'plan'],
		['affordability', { hasSurplus: false }, 'plan'],
		['plan', { approval: 'needed' }, 'approval'],
		['plan', {}, 'read-back'],
		['approval', { approval: 'granted' }, 'read-back'],
		['approval', { approval: 'refused' }, 'plan'],
		['read-back', { paysToday: true }, 'payment'],
		['read-back', {}, 'wrap-up'],
		['payment', {}, 'wrap-up'],
		['wrap-up', {}, null]
	] as const)('from %s with %j is %s', (from, some, to) => {
		const next = nextStep(NORTHMERE_INBOUND, from, facts(some));
		expect(next?.id ?? null).toBe(to);
	});

	it('never leads on through a protected customer’s money', () => {
		const steps = fc.constantFrom(...NORTHMERE_INBOUND.steps.map(({ id }) => id));
		fc.assert(
			fc.property(steps, fc.nat(3), (from, spottedCount) => {
				const next = nextStep(
					NORTHMERE_INBOUND,
					from,
					facts({ identity: 'passed', isProtected: true, spottedCount })
				);
				expect(['affordability', 'plan', 'approval']).not.toContain(next?.id);
			})
		);
	});
});

describe('what is still to do', () => {
	it.each([
		['identity', {}, 'Finish the check first'],
		['identity', { identity: 'passed' }, null],
		...REQUESTS.map((request) => ['identity', { requests: [request] }, null] as const),
		['reason', {}, 'Choose why they got in touch'],
		['support', { hasAskedNeeds: true }, null],
		['debts', { recognisedCount: 4 }, 'Ask about each: is this one right?'],
		['debts', { recognisedCount: 5 }, null],
		[
			'take-up',
			{ spottedCount: 2, takeUpCount: 1 },
			'Answer each: applies, does not apply, check later'
		],
		['plan', {}, null],
		['plan', { hasSurplus: false }, 'Each kind of help done or declined, then the hold'],
		['plan', { hasSurplus: false, hasHelp: true }, null]
	] as const)('at %s with %j: %s', (id, some, says) => {
		const step = stepOf(NORTHMERE_INBOUND, id);
		expect(stillToDo(step, facts(some as Partial<GuideFacts>))).toBe(says);
	});
});

it('names the action for what it is: nothing is asked of somebody protected', () => {
	const step = stepOf(NORTHMERE_INBOUND, 'debts');
	expect(actionOf(step, facts({}))).toBe('Continue');
	expect(actionOf(step, facts({ isProtected: true }))).toBe('Ask for nothing today');
});

describe('whoever we rang hears, until the check has passed', () => {
	const heard = (id: 'greeting' | 'identity', some: Partial<GuideFacts>) =>
		linesOf(stepOf(NORTHMERE_INBOUND, id), facts({ direction: 'outbound', ...some })).map(
			({ say }) => say
		);

	it.each([
		[
			'who rings and from where',
			heard('greeting', {}),
			'Hello, my name is {officer}, from {council}. Is now a good time to talk?'
		],
		[
			'a question of who they are',
			heard('identity', {}),
			'Before I go on, may I check who I am speaking to?'
		],
		[
			'nothing of why, where it stopped',
			heard('identity', { identity: 'stopped' }),
			'I am sorry, I cannot go on today. Thank you for your time.'
		],
		[
			'that calls are recorded, once it has',
			heard('identity', { identity: 'passed' }),
			'Thank you. That is all I need. We record calls.'
		]
	])('%s', (_, lines, says) => {
		expect(lines).toEqual([says]);
	});
});
