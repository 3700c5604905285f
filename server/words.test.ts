import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wordsForInput } from './words.ts';

const input = z.strictObject({
	contactId: z.uuid(),
	offer: z.object({ firstPaymentOn: z.string().max(10), amount: z.int().positive() }),
	notes: z.array(z.string()).optional(),
	email: z.string().min(1, 'Enter your email address.').optional()
});

const valid = {
	contactId: '0b0e8f5e-3a51-4c57-9d35-0f6f6a6f0a11',
	offer: { firstPaymentOn: '2026-12-01', amount: 1 }
};

describe('an input that is not what was asked for', () => {
	it.each([
		[{ ...valid, contactId: undefined }, { contactId: 'Give contact id.' }],
		[
			{ ...valid, contactId: 'Kelly Ann' },
			{ contactId: 'What is in contact id is not something we can use.' }
		],
		[
			{ ...valid, offer: { firstPaymentOn: '2026-12-01', amount: 0 } },
			{ 'offer.amount': 'What is in amount is too little.' }
		],
		[
			{ ...valid, offer: { firstPaymentOn: '1 December 2026', amount: 1 } },
			{ 'offer.firstPaymentOn': 'What is in first payment on is too long.' }
		],
		[
			{ ...valid, notes: ['fine', 4] },
			{ 'notes.1': 'What is in notes is not something we can use.' }
		],
		[{ ...valid, email: '' }, { email: 'Enter your email address.' }],
		[{ ...valid, more: 1 }, { '': 'More was sent than was asked for. Reload the page.' }],
		[null, { '': 'What is in this is not something we can use.' }]
	])('is answered in words, without what was sent: %j', (sent, expected) => {
		const parsed = input.safeParse(sent);
		expect(parsed.error && wordsForInput(parsed.error)).toEqual(expected);
	});
});
