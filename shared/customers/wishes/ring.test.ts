import { describe, expect, test } from 'vitest';
import { day } from '../../time/day.ts';
import { mayRing, sayAgainst, type Ringing } from './ring.ts';
import { NO_REACH, NO_WISH, type Reach, type Wish } from './wish.ts';

/** A Thursday. */
const TODAY = day('2026-11-19');
const MOBILE = '+447700900142';
const HOME = '+441632960142';
const MON_TUE = [1, 2];

const reach = (...wishes: readonly Partial<Wish>[]): Reach => ({
	...NO_REACH,
	numbers: [MOBILE, HOME],
	wishes: wishes.map((wish) => ({ ...NO_WISH, ...wish }))
});
const ring = (on: string, at: string, number: string | null = null): Ringing => ({
	on: day(on),
	at,
	number
});

describe('a call back', () => {
	test.each<[string, Ringing, Reach, string | null]>([
		['nobody asked anything', ring('2026-11-20', '23:59'), reach(), MOBILE],
		['no number is held', ring('2026-11-20', '10:00'), NO_REACH, null],
		['their first minute', ring('2026-11-20', '10:00'), reach({ ringFrom: '10:00' }), MOBILE],
		['their last minute', ring('2026-11-20', '14:59'), reach({ ringUntil: '15:00' }), MOBILE],
		['on the other number', ring('2026-11-20', '10:00'), reach({ notNumbers: [MOBILE] }), HOME],
		['a Monday', ring('2026-11-23', '10:00', HOME), reach({ ringDays: MON_TUE }), HOME],
		['only by telephone', ring('2026-11-20', '10:00'), reach({ channels: ['phone'] }), MOBILE],
		[
			'words alone bind whoever rings',
			ring('2026-11-20', '02:00'),
			reach({ times: 'days' }),
			MOBILE
		]
	])('is booked: %s', (_, asked, of, number) => {
		expect(mayRing(asked, of, TODAY)).toEqual({ ok: true, number });
	});

	test.each<[string, Ringing, Reach, string, Ringing | null]>([
		[
			'only by post',
			ring('2026-11-20', '10:00'),
			reach({ channels: ['post', 'email'] }),
			'Only by email or post.',
			null
		],
		[
			'no number left',
			ring('2026-11-20', '10:00'),
			reach({ notNumbers: [MOBILE] }, { notNumbers: [HOME] }),
			'They asked us not to ring any number that we hold.',
			null
		],
		[
			'the number they said no to',
			ring('2026-11-20', '10:00', MOBILE),
			reach({ notNumbers: [MOBILE] }),
			'Do not ring 07700 900142.',
			ring('2026-11-20', '10:00', HOME)
		],
		[
			'a Friday, where only Mondays and Tuesdays will do',
			ring('2026-11-20', '11:00'),
			reach({ ringDays: MON_TUE }),
			'Ring only on Monday or Tuesday.',
			ring('2026-11-23', '11:00')
		],
		[
			'a minute too early',
			ring('2026-11-20', '09:59'),
			reach({ ringFrom: '10:00', ringUntil: '15:00' }),
			'Ring only from 10:00 to 15:00.',
			ring('2026-11-20', '10:00')
		],
		[
			'the very end of their hours',
			ring('2026-11-20', '15:00'),
			reach({ ringUntil: '15:00' }),
			'Ring only before 15:00.',
			ring('2026-11-20', '14:45')
		],
		[
			'today, when their hours may be over by now',
			ring('2026-11-19', '16:00'),
			reach({ ringUntil: '15:00' }),
			'Ring only before 15:00.',
			ring('2026-11-20', '14:45')
		],
		[
			'an hour so short that a call just fits',
			ring('2026-11-20', '16:00'),
			reach({ ringFrom: '10:00', ringUntil: '10:05' }),
			'Ring only from 10:00 to 10:05.',
			ring('2026-11-20', '10:00')
		],
		[
			'wishes of two records that leave no hour',
			ring('2026-11-20', '09:00'),
			reach({ ringFrom: '14:00' }, { ringUntil: '12:00' }),
			'Ring only from 14:00.',
			null
		],
		[
			'wishes of two records that leave no day',
			ring('2026-11-20', '09:00'),
			reach({ ringDays: [1] }, { ringDays: [2] }),
			'Ring only on Monday.',
			null
		]
	])('is refused by the wish: %s', (_, asked, of, wish, nearest) => {
		const may = mayRing(asked, of, TODAY);
		expect(may).toMatchObject({ ok: false, against: { wish, nearest } });
		if (nearest) expect(mayRing(nearest, of, TODAY)).toMatchObject({ ok: true });
	});

	test('that is refused says the wish and what is allowed', () => {
		const may = mayRing(ring('2026-11-20', '09:00'), reach({ ringDays: [1] }), TODAY);
		expect(may.ok ? '' : sayAgainst(may.against).replaceAll('\u00a0', ' ')).toBe(
			'The customer asked: Ring only on Monday. The nearest that is allowed is Monday 23 November 2026 at 09:00.'
		);
	});
});
