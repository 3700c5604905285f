import { describe, expect, test } from 'vitest';
import { instant } from '#shared/time/day.ts';
import { callerText, endedText, firstSentence, numberText, ringingAloud } from './words.ts';

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
