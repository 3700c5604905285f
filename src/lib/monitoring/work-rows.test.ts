import { describe, expect, test } from 'vitest';
import type { MyWork, WorkPerson } from '#shared/monitoring/my-work.ts';
import { instant } from '#shared/time/day.ts';
import { callBackRows, letterRows, untoldRows, writeUpRows } from './work-rows.ts';

const AT = instant('2026-11-19T10:00:00Z');
const KELLY: WorkPerson = {
	name: 'Kelly Ashworth',
	isMasked: false,
	phone: '+447700900142',
	isSafeContact: false
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function work(some: Partial<MyWork>): MyWork {
	const day = { calls: 0, seen: 0, claims: 0, plans: 0 };
	return {
		at: AT,
		callbacks: [],
		approvals: [],
		letters: [],
		untold: [],
		endingHolds: [],
		fromBanks: [],
		day,
		...some
	};
}

describe('a row of an officer’s work', () => {
	const usual = { isOverdue: false, asked: [], against: null };
	const callback = { id: 'a', dueAt: AT, note: '', person: KELLY, ...usual };

	test.each([
		[callback, 'Call back: Kelly Ashworth, 10:00 today. 07700 900142'],
		[
			{ ...callback, dueAt: instant('2026-11-18T11:30:00Z'), isOverdue: true, note: 'Hours cut' },
			'Overdue: Kelly Ashworth, 11:30 on 18 November 2026. 07700 900142. Hours cut'
		],
		[
			{ ...callback, person: { ...KELLY, phone: null, isSafeContact: true } },
			'Call back: Kelly Ashworth, 10:00 today. Safe contact only: look at the record first'
		],
		[
			{ ...callback, person: { ...KELLY, name: 'K•••• A••••', phone: null, isMasked: true } },
			'Call back: K•••• A••••, 10:00 today. A team leader must open this record'
		],
		[
			{ ...callback, note: 'Hours cut', asked: ['Do not leave messages.'] },
			'Call back: Kelly Ashworth, 10:00 today. 07700 900142. Hours cut. Do not leave messages.'
		],
		[
			{ ...callback, against: 'The customer asked: Only by post.' },
			'Do not ring: Kelly Ashworth, 10:00 today. The customer asked: Only by post.'
		]
	])('says whom to ring, when and how', (one, says) => {
		const [row] = callBackRows(work({ callbacks: [one] }));
		expect(plain(`${row?.word}: ${row?.title}. ${row?.body}`)).toBe(says);
	});

	test('says of a system what it must know and by when', () => {
		const sendBy = instant('2026-11-19T18:00:00Z');
		const one = { id: 1, title: 'Council Tax', kind: 'stop', sendBy, person: KELLY } as const;
		const rows = untoldRows(
			work({
				untold: [
					{ ...one, tries: 0, isLate: false },
					{ ...one, id: 2, tries: 3, isLate: true }
				]
			})
		);
		expect(rows.map(({ word, body }) => plain(`${word}: ${body}`))).toEqual([
			'Not told yet: Being told now. It must know by 18:00 on 19 November 2026.',
			'Past its time: Did not answer, trying again. It must know by 18:00 on 19 November 2026.'
		]);
	});

	test('names nobody whose check never passed, and leads to where it is finished', () => {
		const [row] = writeUpRows([{ contactId: 'c', who: null, channel: 'desk', endedAt: AT }], AT);
		expect(row).toMatchObject({ title: 'Nobody identified', goOn: { href: '/desk' } });
		expect(row?.body).toBe('At the desk, ended 10:00 today');
	});

	test('says how a letter goes', () => {
		const letter = { id: 'l', letter: 'agreement', channel: 'post', isLargePrint: true } as const;
		const made = { ...letter, isBraille: false, isToOther: false, queuedAt: AT, person: KELLY };
		const [row, braille] = letterRows(
			work({ letters: [made, { ...made, isBraille: true, isToOther: true }] })
		);
		expect(row).toMatchObject({
			word: 'By post',
			title: 'Payment agreement, Kelly Ashworth',
			body: 'Waiting since 10:00 today. It goes by post, in large print.'
		});
		expect(braille?.body).toContain('by post, in braille, to the address they asked for.');
	});
});
