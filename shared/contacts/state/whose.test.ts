import { describe, expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { eventAt, type ContactEventBody } from '../log/events.ts';
import { foldContact } from './fold.ts';
import { hasMovedOn, holderOf } from './whose.ts';

const AT = instant('2026-11-19T10:00:00Z');

const answered = (officerId: string): ContactEventBody => ({ type: 'answered', officerId });
const released = (officerId: string): ContactEventBody => ({ type: 'released', officerId });
const given = (kind: 'blind' | 'attended'): ContactEventBody => ({
	type: 'transferred',
	kind,
	to: '1002'
});
const consulting: readonly ContactEventBody[] = [
	answered('priya'),
	{ type: 'held', officerId: 'priya' },
	{ type: 'consultStarted', to: '1002' }
];
const together: readonly ContactEventBody[] = [
	...consulting,
	answered('tom'),
	{ type: 'conferenceChanged', officerIds: ['priya', 'tom'], others: 0 },
	{ type: 'retrieved', officerId: 'priya' },
	{ type: 'consultEnded' }
];
const alone: ContactEventBody = { type: 'conferenceChanged', officerIds: ['priya'], others: 0 };
const ended: ContactEventBody = { type: 'callEnded', endedBy: 'caller', abandoned: false };

type Case = [
	name: string,
	log: readonly ContactEventBody[],
	holder: string | null,
	priyaMoved: boolean,
	tomMoved: boolean
];

const CASES: readonly Case[] = [
	['nobody has answered', [], null, false, false],
	['Priya has them', [answered('priya')], 'priya', false, false],
	[
		'Priya has had them, and nobody else',
		[answered('priya'), released('priya')],
		'priya',
		false,
		false
	],
	[
		'Priya gave them away, and it rings',
		[answered('priya'), given('blind')],
		'priya',
		false,
		false
	],
	[
		'Priya gave them away and is off the line',
		[answered('priya'), given('blind'), released('priya')],
		null,
		true,
		false
	],
	[
		'Tom took them over',
		[answered('priya'), given('blind'), released('priya'), answered('tom')],
		'tom',
		true,
		false
	],
	[
		'nobody took them over and they rang off',
		[answered('priya'), given('blind'), released('priya'), ended],
		'priya',
		false,
		false
	],
	[
		'it came back to Priya',
		[answered('priya'), given('blind'), released('priya'), answered('priya')],
		'priya',
		false,
		false
	],
	[
		'Tom was spoken to first, and met them before the switch said so',
		[answered('priya'), answered('tom'), released('priya'), given('attended')],
		'tom',
		true,
		false
	],
	[
		'Tom had them last and it is over',
		[answered('priya'), given('blind'), released('priya'), answered('tom'), released('tom'), ended],
		'tom',
		true,
		false
	],
	[
		'Tom gave them back, and it is over',
		[
			...[answered('priya'), answered('tom'), given('attended'), released('priya')],
			...[answered('priya'), given('attended'), released('tom'), released('priya'), ended]
		],
		'priya',
		false,
		true
	],
	[
		'Tom is asked, and is on the line before the switch says how',
		[...consulting, answered('tom')],
		'priya',
		false,
		true
	],
	[
		'Tom was asked, and the switch said so no more when he came to the line',
		[...consulting, { type: 'consultEnded' }, answered('tom')],
		'priya',
		false,
		true
	],
	['Priya brought three together', together, 'priya', false, true],
	['Priya left the three', [...together, alone, released('priya')], 'tom', true, false],
	['Tom left the three', [...together, alone, released('tom')], 'priya', false, true],
	['the customer left the three', [...together, ended], 'priya', false, true],
	[
		'both have left, Priya first',
		[...together, alone, released('priya'), released('tom'), ended],
		'tom',
		true,
		false
	],
	[
		'Tom was asked and has them',
		[...consulting, answered('tom'), given('attended'), released('priya')],
		'tom',
		true,
		false
	],
	[
		'Priya parked them',
		[answered('priya'), { type: 'parked' }, released('priya')],
		'priya',
		false,
		false
	]
];

describe('whose contact it is', () => {
	it.each(CASES)('when %s', (_name, log, holder, priyaMoved, tomMoved) => {
		const contact = foldContact(
			log.map((body, at) => eventAt({ seq: at + 1, at: AT, by: null }, body))
		);
		expect(holderOf(contact)).toBe(holder);
		expect([hasMovedOn(contact, 'priya'), hasMovedOn(contact, 'tom')]).toEqual([
			priyaMoved,
			tomMoved
		]);
	});

	it('was never theirs, whom it only rang for', () => {
		const log: ContactEventBody[] = [
			{ type: 'offered', officerId: 'tom', queue: null },
			answered('priya')
		];
		const contact = foldContact(
			log.map((body, at) => eventAt({ seq: at + 1, at: AT, by: null }, body))
		);
		expect(hasMovedOn(contact, 'tom')).toBe(false);
	});
});
