/**
 * Calls like the recorded ones that nobody recorded: the recordings' own messages, edited. What each comes to is
 * written here by the rules of calls, as a recording's document is by its timeline.
 */
import { describe, expect, it } from 'vitest';
import type { CallDocument } from '#shared/calls/document.ts';
import { documentOf } from '#server/telephony/replay/document.ts';
import { messagesOf, TRACES, type Trace } from './recordings.ts';

const bytesOf = (texts: readonly string[]) => texts.map((text) => Buffer.from(text));
const came = (...connections: (readonly string[])[]) =>
	documentOf(
		connections.map((texts) => ({ pieces: bytesOf(texts) })),
		{ isTrustedTrunk: false }
	).contacts;

function traceOf(name: string): Trace {
	const trace = TRACES.find((each) => each.name.startsWith(`${name}-`));
	if (!trace) throw new Error(`There is no recording ${name}.`);
	return trace;
}

const textsOf = (name: string) =>
	messagesOf(traceOf(name).recording).map((bytes) => bytes.toString());
const expectedOf = (name: string) => (traceOf(name).expected as CallDocument).contacts;
const isEvent = (text: string, ...events: string[]) =>
	events.some((event) => text.startsWith(`Event: ${event}\r\n`));

/** The first message of this kind about this channel. */
function at(texts: readonly string[], event: string, about = ''): number {
	const found = texts.findIndex((text) => isEvent(text, event) && text.includes(about));
	if (found < 0) throw new Error(`No ${event} about ${about}.`);
	return found;
}

/** The same channel, and another event. */
function as(text: string, event: string, more: Readonly<Record<string, string>> = {}): string {
	const lines = Object.entries(more).map(([key, value]) => `${key}: ${value}\r\n`);
	return text.replace(/^Event: \w+\r\n/, `Event: ${event}\r\n${lines.join('')}`);
}

function inserted(texts: readonly string[], index: number, ...more: string[]): string[] {
	return [...texts.slice(0, index), ...more, ...texts.slice(index)];
}

/** All of a recording again, with other calls and other channels. */
const again = (texts: readonly string[], id: string) =>
	texts.map((text) =>
		text
			.replaceAll(/(id: (?:pbx1-)?)(\d{10})/gi, (_, key: string) => `${key}${id}`)
			.replaceAll(/(?<=BridgeUniqueid: \w{4})\w{4}/g, 'again'.slice(0, 4))
			.replaceAll('k-outbound', `${id}-k-outbound`)
			.replaceAll(/-0000/g, '-000a')
	);

describe.each(TRACES)('$name', ({ recording, expected, isTrustedTrunk }) => {
	const texts = messagesOf(recording).map((bytes) => bytes.toString('latin1'));
	const edited = (edit: (text: string) => string) =>
		documentOf([{ pieces: texts.map((text) => Buffer.from(edit(text), 'latin1')) }], {
			isTrustedTrunk
		});
	const renamed = (from: string, to: string) =>
		JSON.parse(JSON.stringify(expected).replaceAll(from, to)) as unknown;
	const keys = (text: string, change: (key: string) => string) =>
		text.replace(/^[A-Za-z-]+(?=:)/gm, change);

	it('is the same with its keys in capitals or in small letters', () => {
		expect(edited((text) => keys(text, (key) => key.toUpperCase()))).toEqual(expected);
		expect(edited((text) => keys(text, (key) => key.toLowerCase()))).toEqual(expected);
	});

	it('is the same from a switch of another name, or of none', () => {
		const none = (text: string) => text.replace('SystemName: pbx1\r\n', '').replaceAll('pbx1-', '');
		expect(edited(none)).toEqual(renamed('pbx1-', ''));
		expect(edited((text) => text.replaceAll('pbx1', 'city.hall-2'))).toEqual(
			renamed('pbx1', 'city.hall-2')
		);
	});

	it.each(['SIP/[2001:db8::10]:5060', 'SIP/203.0.113.9', 'PJSIP/01632960000', 'IAX2/carrier'])(
		'is the same over a trunk called %s, and telephones of another kind',
		(trunk) => {
			const other = edited((text) =>
				text.replaceAll('PJSIP/trunk', trunk).replaceAll(/PJSIP\/(?=\d{4}\b)/g, 'SIP/')
			);
			expect(other).toEqual(expected);
		}
	);

	it('is the same with the classes of a user that may see least, and each message dated', () => {
		const least = texts.filter((text) => !/^Privilege: (?!call|agent|user)/m.test(text));
		const dated = least.map((text) =>
			text.replace(/(?<=^Event: \w+\r\n)/, 'Timestamp: 1795296554.271828\r\n')
		);
		const pieces = dated.map((text) => Buffer.from(text, 'latin1'));
		expect(documentOf([{ pieces }], { isTrustedTrunk })).toEqual(expected);
	});
});

describe('a call like a recorded one', () => {
	it('may end while it is on hold', () => {
		const texts = textsOf('e');
		const last = texts.findLastIndex((text) => isEvent(text, 'Unhold'));
		const held = texts.filter((_, index) => index !== last);
		expect(came(held)).toEqual(expectedOf('e'));
	});

	it('may be declined by one of the telephones that ring together', () => {
		const texts = textsOf('b3');
		const dialled = at(texts, 'DialState', 'DestChannel: PJSIP/1002');
		const ringing = texts[dialled] ?? '';
		const own = texts[at(texts, 'Newstate', 'Channel: PJSIP/1002')] ?? '';
		const declined = inserted(
			texts,
			dialled + 1,
			as(own, 'HangupRequest', { Cause: '17' }),
			as(ringing, 'AgentRingNoAnswer', { Queue: 'benefit-overpayments', Interface: 'PJSIP/1002' }),
			as(ringing, 'DialEnd').replace('DialStatus: RINGING', 'DialStatus: NOANSWER'),
			as(own, 'Hangup', { Cause: '17' })
		);
		const [contact] = expectedOf('b3');
		expect(came(declined)).toEqual([
			{
				...contact,
				offers: contact?.offers.map((offer) =>
					offer.agent === '1002' ? { ...offer, ended: 'declined' } : offer
				)
			}
		]);
	});

	it('may go through three queues, and back to one of them', () => {
		const texts = textsOf('m');
		const joined = texts.filter((text) => isEvent(text, 'QueueCallerJoin'));
		const second = texts.findLastIndex((text) => isEvent(text, 'QueueCallerJoin'));
		const gaveUp = texts[at(texts, 'QueueCallerAbandon')] ?? '';
		const left = texts[at(texts, 'QueueCallerLeave')] ?? '';
		const through = (queue: string) =>
			[joined[0], gaveUp, left].map((text = '') =>
				text.replace('Queue: business-rates', `Queue: ${queue}`)
			);
		const more = inserted(texts, second, ...through('parking'), ...through('business-rates'));
		const [contact] = expectedOf('m');
		const queues = ['business-rates', 'parking', 'business-rates', 'council-tax'];
		expect(came(more)).toEqual([{ ...contact, queues }]);
	});

	it('may come back from a blind transfer that nobody answers', () => {
		const texts = textsOf('f');
		const rings = at(texts, 'DialState', 'DestChannel: PJSIP/1002');
		const ringing = texts[rings] ?? '';
		const own = texts[at(texts, 'Newstate', 'Channel: PJSIP/1002')] ?? '';
		const newLeg = (text: string) =>
			text
				.replaceAll('PJSIP/1002-', 'PJSIP/1001-f')
				.replaceAll(/(pbx1-\d+)\.(\d+)/g, (id) =>
					own.includes(`Uniqueid: ${id}\r\n`) ? `${id}9` : id
				);
		const unanswered = as(ringing, 'DialEnd').replace(
			'DialStatus: RINGING',
			'DialStatus: NOANSWER'
		);
		const back = [
			...texts.slice(0, rings + 1),
			unanswered,
			as(own, 'Hangup', { Cause: '0' }),
			...texts.slice(at(texts, 'DialBegin', 'DestChannel: PJSIP/1002')).map(newLeg)
		];
		const [contact] = expectedOf('f');
		expect(came(back)).toEqual([
			{
				...contact,
				offers: [
					{ agent: '1001', ended: 'connected' },
					{ agent: '1002', ended: 'noAnswer' },
					{ agent: '1001', ended: 'connected' }
				],
				connected: ['1001']
			}
		]);
	});

	it('may be passed on with a word to a queue', () => {
		const texts = textsOf('g');
		const dial = at(texts, 'DialBegin', 'DestChannel: PJSIP/1002');
		const second = texts[at(texts, 'Newchannel', 'Exten: 1002')] ?? '';
		const begin = texts[dial] ?? '';
		const of = { Queue: 'benefit-overpayments' };
		const asked = inserted(
			texts,
			dial,
			as(second, 'QueueCallerJoin', { ...of, Position: '1' }),
			as(begin, 'AgentCalled', { ...of, Interface: 'PJSIP/1002' })
		);
		const [contact] = expectedOf('g');
		const transfers = [{ kind: 'attended', to: 'benefit-overpayments' }];
		expect(came(asked)).toEqual([{ ...contact, transfers }]);
	});

	it('may be parked until the time is out, and ring whoever parked it', () => {
		const texts = textsOf('n');
		const unparked = at(texts, 'UnParkedCall');
		const text = texts[unparked] ?? '';
		const customer = texts[at(texts, 'QueueCallerJoin')] ?? '';
		const first = textsOf('n')[at(texts, 'DialBegin', 'DestChannel: PJSIP/1001')] ?? '';
		const rung = first
			.replaceAll('PJSIP/1001-', 'PJSIP/1001-f')
			.replace(/(DestUniqueid: \S+)/, '$19');
		const parked = texts.filter(
			(each) => !/PJSIP\/1002-/.test(each) || isEvent(each, 'UnParkedCall')
		);
		const where = parked.indexOf(text);
		const out = [
			...parked.slice(0, where),
			as(text, 'ParkedCallTimeOut'),
			rung,
			as(rung, 'DialEnd', { DialStatus: 'NOANSWER' }),
			as(customer, 'HangupRequest'),
			as(customer, 'Hangup', { Cause: '0' })
		];
		const [contact] = expectedOf('n');
		expect(came(out)).toEqual([
			{
				...contact,
				offers: [...(contact?.offers ?? []), { agent: '1001', ended: 'noAnswer' }],
				connected: ['1001'],
				ended: { by: 'caller', abandoned: true }
			}
		]);
	});

	it('may be one of two that are rung out one after the other, or at once', () => {
		const texts = textsOf('k');
		const other = again(texts, '1799999999');
		const [contact] = expectedOf('k');
		const both = [contact, { ...contact, contactId: `1799999999-${contact?.contactId ?? ''}` }];
		expect(came([...texts, ...other])).toEqual(both);
		const elsewhere = other.map((text) => text.replaceAll('PJSIP/1001', 'PJSIP/1004'));
		const mixed = texts.flatMap((text, index) => [text, elsewhere[index] ?? '']);
		const as1004 = (found: object | undefined) =>
			JSON.parse(JSON.stringify(found).replaceAll('"1001"', '"1004"')) as unknown;
		expect(came(mixed)).toEqual([both[0], as1004(both[1])]);
	});
});

describe('a number that the caller withholds', () => {
	const allowed = textsOf('a').map((text) =>
		text.replace(/^Linkedid: /m, 'ChanVariable: CALLERID(pres)=allowed_not_screened\r\n$&')
	);
	const withheld = { number: null, presentation: 'withheld' };

	it('is taken back by whatever message of their own channel forbids it, the last too', () => {
		expect(came(allowed)[0]?.caller.presentation).toBe('allowed');
		const own = allowed.flatMap((text, index) =>
			/^Channel: PJSIP\/trunk/m.test(text) && text.includes('pres)=') ? [index] : []
		);
		for (const index of own) {
			const forbidden = allowed.map((text, each) =>
				each === index ? text.replace('pres)=allowed_not', 'pres)=prohib_not') : text
			);
			expect([index, came(forbidden)[0]?.caller]).toEqual([index, withheld]);
		}
	});

	it.each([
		'CALLERID(pres)=prohib',
		'CALLERID(num-pres)=prohib_passed_screen',
		'CallerID(name-pres)=prohib_failed_screen'
	])('is taken back by %s beside one that allows it', (variable) => {
		const texts = inserted(allowed, 0);
		const index = at(texts, 'QueueCallerJoin');
		const text = texts[index] ?? '';
		texts[index] = text.replace(/^ChanVariable: .*\r\n/m, `$&ChanVariable: ${variable}\r\n`);
		expect(came(texts)[0]?.caller).toEqual(withheld);
	});

	it('is taken back though the call had ended', () => {
		const last = allowed.findLast((text) => isEvent(text, 'Hangup') && text.includes('/trunk'));
		const late = (last ?? '').replace('pres)=allowed_not', 'pres)=prohib_not');
		expect(came([...allowed, late])[0]?.caller).toEqual(withheld);
	});
});

it('a caller is known by the number they present, where the dialplan passes it on, and by no other', () => {
	const presenting = (number: string) =>
		textsOf('d6').map((text) =>
			text.replace(
				/^Channel: PJSIP\/trunk[^]*?(?=^Linkedid: )/m,
				`$&ChanVariable: PRESENTED_NUMBER=${number}\r\n`
			)
		);
	const [d6] = expectedOf('d6');
	expect(came(presenting(''))).toEqual([d6]);
	expect(came(presenting('01632960011'))[0]?.caller.number).toBe('+441632960011');
	const withheld = { number: null, presentation: 'withheld' };
	expect(came(presenting('anonymous'))[0]?.caller).toEqual(withheld);
});

describe('a switch that was started again between two connections', () => {
	it('has none of the old calls, whatever it had said of them', () => {
		const all = textsOf('a');
		const booted = all[at(all, 'FullyBooted')] ?? '';
		const texts = all.filter((text) => text !== booted);
		const talking = texts.slice(0, texts.findLastIndex((text) => isEvent(text, 'BridgeEnter')) + 1);
		const before = booted.replace(/Uptime: \d+/, 'Uptime: 86400');
		const young = booted.replace(/Uptime: \d+/, 'Uptime: 9');
		const next = again(textsOf('o'), '1799999999').filter((text) => !isEvent(text, 'FullyBooted'));
		const [first, second] = came([before, ...talking], [young, ...next]);
		expect(first?.ended).toEqual({ by: 'unknown', abandoned: false });
		expect(second?.connected).toEqual(['1001']);
		expect(came([before, ...talking], [before, ...texts.slice(talking.length)])).toEqual(
			expectedOf('a')
		);
		const over = came([before, ...talking, young, ...texts.slice(talking.length)]);
		expect(over[0]?.ended).toEqual({ by: 'unknown', abandoned: false });
	});
});
