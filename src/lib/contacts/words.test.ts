import { describe, expect, test } from 'vitest';
import { instant } from '#shared/time/day.ts';
import type { PeopleView } from '#shared/contacts/shown/view.ts';
import {
	callerText,
	endedText,
	firstSentence,
	messageText,
	numberText,
	ringingAloud
} from './words.ts';

const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

describe('who rings', () => {
	test.each([
		['+447700900142', '07700 900142'],
		['+441632960142', '01632 960142'],
		['1001', '1001'],
		['+44', '+44'],
		['+999', '+999']
	])('%s is written %s', (number, text) => {
		expect(spaced(numberText(number))).toBe(text);
	});

	test('a withheld number is never guessed, whatever else is known', () => {
		expect(callerText({ number: null, presentation: 'withheld', name: 'Kelly' }, 'withheld')).toBe(
			'Number withheld'
		);
		expect(callerText(null, 'withheld')).toBe('Number withheld');
	});

	test('a number the network did not send is not called withheld', () => {
		expect(callerText(null, 'unavailable')).toBe('Number not available');
		expect(callerText(null, null)).toBe('Number not available');
	});
});

describe('what is said', () => {
	test('the first sentence names the council and the officer, and no department', () => {
		expect(firstSentence('Northmere City Council', 'Priya Nair')).toBe(
			'Northmere City Council, Priya speaking. We record calls. How can I help?'
		);
	});

	test('a ringing call is announced by its queue, never by a person', () => {
		const person = { customerId: '1', name: 'K•••• A••••', takeExtraCare: true, care: [] };
		expect(ringingAloud(null, { kind: 'nobody' })).toBe('Incoming call');
		expect(
			ringingAloud('Council Tax arrears', {
				kind: 'several',
				candidates: [person],
				isHousehold: false
			})
		).toBe('Incoming call, Council Tax arrears');
	});
});

describe('on a machine', () => {
	const person = { customerId: 'kelly', name: 'K•••• A••••', takeExtraCare: false, care: [] };
	const debts = {} as Extract<PeopleView, { kind: 'likely' }>['debts'];
	const NOTHING = 'Leave no message of any kind.';

	test.each<[string, PeopleView, string]>([
		[
			'a name and a number, of who is known by it',
			{ kind: 'likely', person, debts },
			'Leave your name and our number, nothing else: no department and no reason.'
		],
		[
			'nothing, where they asked for none',
			{ kind: 'likely', person: { ...person, noMessages: true }, debts },
			NOTHING
		],
		[
			'nothing, of a safe contact',
			{ kind: 'matched', customerId: null, because: 'safe-contact' },
			NOTHING
		],
		[
			'nothing, on a number not confirmed',
			{ kind: 'matched', customerId: 'kelly', because: 'unconfirmed' },
			NOTHING
		],
		[
			'nothing, on a shared number',
			{ kind: 'several', candidates: [person], isHousehold: false },
			NOTHING
		],
		['nothing, on a number nobody knows', { kind: 'nobody' }, NOTHING]
	])('is left %s', (_, people, says) => {
		expect(messageText(people)).toBe(says);
	});
});

describe('a wrap-up begins with how the contact ended', () => {
	const [answeredAt, endedAt] = [
		instant('2026-11-19T10:42:00.000Z'),
		instant('2026-11-19T10:57:20.000Z')
	];
	test.each([
		[
			{ channel: 'phone', answeredAt, endedAt },
			'The call ended at 10:57 after 15 min 20 sec. Check the summary, then finish.'
		],
		[{ channel: 'phone', answeredAt, endedAt: null }, 'The call has gone on without you.'],
		[
			{ channel: 'phone', answeredAt: null, endedAt },
			'The call ended at 10:57. Check the summary, then finish.'
		],
		[
			{ channel: 'desk', answeredAt: null, endedAt },
			'Ended at 10:57. Check the summary, then finish.'
		]
	] as const)('%j', (contact, text) => {
		expect(spaced(endedText(contact))).toBe(text);
	});
});
