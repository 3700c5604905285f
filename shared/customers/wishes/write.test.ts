import { describe, expect, test } from 'vitest';
import { NO_REACH, NO_WISH, type Reach, type Wish } from './wish.ts';
import { saySending, sendingOf, type Asked, type Sending } from './write.ts';

const POST: Asked = { by: 'post', isLargePrint: false, isStatutory: false };
const EMAIL: Asked = { ...POST, by: 'email' };
const PLAIN: Sending = { by: 'post', format: null, writeTo: '', because: null };
const AUNT = 'c/o 9 Quarry Way\nNorthmere NM2 2BB';

const reach = (...wishes: readonly Partial<Wish>[]): Reach => ({
	...NO_REACH,
	hasEmail: true,
	wishes: wishes.map((wish) => ({ ...NO_WISH, ...wish }))
});

describe('something in writing', () => {
	test.each<[string, Asked, Reach, Partial<Sending>]>([
		['as it was asked for', POST, reach(), {}],
		['by email where that was asked for', EMAIL, reach(), { by: 'email' }],
		[
			'by email where they want no post',
			POST,
			reach({ channels: ['email'] }),
			{ by: 'email', because: 'their-wish' }
		],
		[
			'by post where they want no email',
			EMAIL,
			reach({ channels: ['post', 'phone'] }),
			{ because: 'their-wish' }
		],
		[
			'in large print though nobody ticked it',
			POST,
			reach({ format: 'large-print' }),
			{ format: 'large-print', because: 'their-wish' }
		],
		[
			'in large print as was ticked',
			{ ...POST, isLargePrint: true },
			reach(),
			{ format: 'large-print' }
		],
		[
			'in braille, whatever was ticked',
			{ ...POST, isLargePrint: true },
			reach({ format: 'large-print' }, { format: 'braille' }),
			{ format: 'braille', because: null }
		],
		[
			'in braille on paper though email was asked for',
			EMAIL,
			reach({ format: 'braille' }),
			{ format: 'braille', because: 'their-wish' }
		],
		[
			'to another address',
			POST,
			reach({ writeTo: AUNT }),
			{ writeTo: AUNT, because: 'their-wish' }
		],
		[
			'by email, where no other address counts',
			EMAIL,
			reach({ writeTo: AUNT, channels: ['email'] }),
			{ by: 'email', because: 'their-wish' }
		],
		[
			'by post to them where the law says so, whatever they asked',
			{ ...POST, isStatutory: true },
			reach({ channels: ['email'], writeTo: AUNT, format: 'braille' }),
			{ format: 'braille', because: 'statutory' }
		],
		['as ever where the law and they agree', { ...POST, isStatutory: true }, reach(), {}]
	])('goes %s', (_, asked, of, sending) => {
		expect(sendingOf(asked, of)).toEqual({ ok: true, sending: { ...PLAIN, ...sending } });
	});

	test.each<[string, Asked, Reach, string]>([
		['they want no letters at all', POST, reach({ channels: ['phone'] }), 'Only by telephone.'],
		[
			'they want email and we hold none',
			POST,
			{ ...reach({ channels: ['email'] }), hasEmail: false },
			'Only by email.'
		],
		[
			'two records leave no way',
			EMAIL,
			reach({ channels: ['email'] }, { channels: ['post'] }),
			'Only by email. Only by post.'
		]
	])('is refused where %s', (_, asked, of, wish) => {
		expect(sendingOf(asked, of)).toEqual({ ok: false, wish });
	});

	test('reads as it goes', () => {
		expect(saySending({ by: 'post', format: 'braille', isToOther: true }, 'you')).toBe(
			'by post, in braille, to the address you asked for'
		);
	});
});
