/** What our own form and the plain push come to, and that no dialect says anything of what is not its own. */
import { describe, expect, it } from 'vitest';
import { told } from '../../../../tests/builders/told-calls.ts';
import { DIALECTS } from '../../../env-webhooks.ts';
import { dialectOf } from '../dialects.ts';
import { own } from './own.ts';
import { zammad } from './zammad.ts';

const NUMBER = '+447700900142';
const UNKNOWN = { number: null, presentation: 'unknown' };

describe('no dialect', () => {
	let deep: unknown = 1;
	for (let depth = 0; depth < 5_000; depth += 1) deep = { deep };
	const hostile = [
		null,
		[],
		[[]],
		'contact.started',
		0,
		{},
		deep,
		JSON.parse('{"__proto__":{"event":"newCall"},"constructor":1}'),
		{ event: 'newCall', callId: '<script>', CallSid: "'; drop", topicName: null },
		{ type: 'contact.started', contactId: 'x'.repeat(200) },
		{ detail: null, 'detail-type': 'Amazon Connect Contact Event', id: 'x' },
		{ topicName: 'v2.users.1.conversations.calls', eventBody: { id: 'c', participants: [] } },
		{ EventType: 'reservation.created', TaskAttributes: '{', ReservationSid: 'line\nbreak' },
		{ events: Array.from({ length: 51 }, () => ({ type: 'contact.parked', contactId: 'c' })) }
	];

	it.each(DIALECTS.filter((name) => name !== 'mapped'))(
		'called %s says anything of what is not its own',
		(name) => {
			expect(told(dialectOf(name), hostile).heard).toEqual([]);
		}
	);
});

describe('our own form', () => {
	const of = { contactId: 'c1', agent: '1001' };

	it('says a call from its beginning to its end', () => {
		const { contacts } = told(own, [
			{ type: 'contact.started', contactId: 'c1', caller: { number: '07700 900142' } },
			{
				events: [
					{ type: 'contact.queued', contactId: 'c1', queue: 'rents' },
					{ type: 'agent.offered', ...of }
				]
			},
			{ type: 'agent.connected', ...of },
			{ type: 'leg.held', ...of },
			{ type: 'leg.held', ...of },
			{ type: 'leg.retrieved', ...of },
			{ type: 'recording.changed', contactId: 'c1', state: 'paused' },
			{ type: 'contact.ended', contactId: 'c1', by: 'agent', abandoned: true },
			{ type: 'agent.connected', ...of, agent: '1002' }
		]);
		expect(contacts).toEqual([
			{
				contactId: 'c1',
				direction: 'inbound',
				caller: { number: NUMBER, presentation: 'allowed' },
				queues: ['rents'],
				offers: [{ agent: '1001', ended: 'connected' }],
				connected: ['1001'],
				holds: 1,
				transfers: [],
				recording: ['paused', 'stopped'],
				ended: { by: 'agent', abandoned: false }
			}
		]);
	});

	it.each([
		[
			'a number that is withheld',
			{ number: NUMBER, presentation: 'withheld' },
			{ number: null, presentation: 'withheld' }
		],
		['no number', {}, { number: null, presentation: 'unavailable' }],
		['words for a number', { number: "Robert'); drop table" }, UNKNOWN],
		[
			'anonymous',
			{ number: 'sip:anonymous@anonymous.invalid' },
			{ number: null, presentation: 'withheld' }
		]
	])('shows of %s what may be shown', (_, caller, shown) => {
		const { contacts } = told(own, [{ type: 'contact.started', contactId: 'c1', caller }]);
		expect(contacts[0]?.caller).toEqual(shown);
	});

	it('begins a call that nobody announced with a caller nobody knows', () => {
		expect(told(own, [{ type: 'agent.offered', ...of }]).contacts[0]?.caller).toEqual(UNKNOWN);
		expect(told(own, [{ type: 'leg.held', ...of }]).contacts).toEqual([]);
	});
});

describe("Zammad's push", () => {
	const begins = {
		event: 'newCall',
		callId: 'z1',
		direction: 'in',
		from: '447700900142',
		to: '441632960000'
	};

	it.each([
		[
			'answered',
			[
				{ event: 'answer', callId: 'z1', answeringNumber: '1002' },
				{ event: 'hangup', callId: 'z1', cause: 'normalClearing' }
			],
			['answeredElsewhere', 'connected'],
			{ by: 'unknown', abandoned: false }
		],
		[
			'given up',
			[{ event: 'hangup', callId: 'z1', cause: 'cancel' }],
			['callerGone', 'callerGone'],
			{ by: 'caller', abandoned: true }
		],
		[
			'not taken',
			[{ event: 'hangup', callId: 'z1', cause: 'noAnswer' }],
			['noAnswer', 'noAnswer'],
			{ by: 'unknown', abandoned: false }
		],
		['ended before it began', [{ event: 'hangup', callId: 'other' }], [null, null], null]
	])('of a call that is %s', (_, later, offers, ended) => {
		const { contacts } = told(zammad, [
			{ ...begins, 'user[]': ['1001', '1002'] },
			...later,
			begins
		]);
		expect(contacts).toHaveLength(1);
		expect(contacts[0]).toMatchObject({ caller: { number: NUMBER }, ended });
		expect(contacts[0]?.offers.map((offer) => offer.ended)).toEqual(offers);
	});

	it('takes a withheld caller and a call of ours for what they are, and no digit at all', () => {
		const withheld = told(zammad, [{ ...begins, from: 'anonymous', user: '1001' }]);
		expect(withheld.contacts[0]?.caller).toEqual({ number: null, presentation: 'withheld' });
		const ours = told(zammad, [{ ...begins, direction: 'out', from: '1001', to: '07700900142' }]);
		expect(ours.contacts[0]).toMatchObject({ direction: 'outbound', caller: { number: NUMBER } });
		expect(told(zammad, [{ event: 'dtmf', callId: 'z1', dtmf: '4' }]).heard).toEqual([]);
	});
});
