import { describe, expect, test } from 'vitest';
import type { MyWork, WorkPerson } from '#shared/monitoring/my-work.ts';
import { instant } from '#shared/time/day.ts';
import { letterRows, untoldRows, writeUpRows } from './work-rows.ts';

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
		left: [],
		missed: [],
		day,
		...some
	};
}

describe('a row of an officer’s work', () => {
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
