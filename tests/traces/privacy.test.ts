/** What of a caller is said, and when: nothing before the call is a call, and never a number the network forbids. */
import { describe, expect, it } from 'vitest';
import type { CallEvent } from '#shared/calls/events.ts';
import { instant } from '#shared/time/day.ts';
import { createEars } from '#server/telephony/ami/adapter.ts';
import { hear } from '#server/telephony/ami/hear.ts';
import { field, messageOf, type Message } from '#server/telephony/ami/message.ts';
import { messagesIn } from './simulated.ts';
import { TRACES } from './recordings.ts';

const OFFER = new Set(['QueueCallerJoin', 'DialBegin']);
const LEAKED = '+447700900123';

function listener({ isTrustedTrunk = false } = {}) {
	const said: CallEvent[] = [];
	const now = () => instant('2026-11-19T10:00:00Z');
	const onEvent = (event: CallEvent) => said.push(event);
	const ears = createEars({ source: 'asterisk', isTrustedTrunk, now, onEvent });
	return { said, hear: (message: Message) => hear(ears, message) };
}

function saidOf(name: string, settings?: { isTrustedTrunk: boolean }): CallEvent[] {
	const trace = TRACES.find((each) => each.name.startsWith(name));
	const { said, hear } = listener(settings);
	for (const message of messagesIn(trace?.recording.bytes ?? Buffer.alloc(0))) hear(message);
	return said;
}

describe.each(TRACES)('$name', ({ recording, isTrustedTrunk }) => {
	it('says nothing of a call before it joins a queue or rings a telephone', () => {
		const { said, hear } = listener({ isTrustedTrunk });
		for (const message of messagesIn(recording.bytes)) {
			if (OFFER.has(field(message, 'event'))) break;
			hear(message);
		}
		expect(said.filter((event) => 'contactId' in event)).toEqual([]);
	});
});

it('never says a number that the network carries and forbids', () => {
	expect(JSON.stringify(saidOf('d7-'))).not.toContain(LEAKED.slice(3));
});

it('never says a number of a trusted trunk that does not say whether it may', () => {
	const said = JSON.stringify(saidOf('d1-', { isTrustedTrunk: true }));
	expect(said).not.toContain(LEAKED.slice(3));
});

it('never takes a number from an officer’s own channel', () => {
	for (const name of ['d2-', 'd3-', 'd4-']) {
		expect(JSON.stringify(saidOf(name))).not.toMatch(/"number":"/);
	}
});

describe('a number that is allowed first', () => {
	const channel = (pres: string, event: string, ...more: [string, string][]) =>
		messageOf([
			['Event', event],
			['Channel', 'PJSIP/trunk-00000001'],
			['ChannelState', 6],
			['CallerIDNum', LEAKED],
			['CallerIDName', 'A Sample'],
			['Exten', '01632960100'],
			['Uniqueid', 'pbx1-1.0'],
			['Linkedid', 'pbx1-1.0'],
			['ChanVariable', `CALLERID(pres)=${pres}`],
			...more
		]);
	const joined = channel('allowed_not_screened', 'QueueCallerJoin', ['Queue', 'council-tax']);

	it.each([
		'Newstate',
		'NewConnectedLine',
		'VarSet',
		'Newexten',
		'MusicOnHoldStart',
		'SomethingNew'
	])('is taken back by a forbidding %s', (event) => {
		const { said, hear } = listener();
		hear(joined);
		hear(channel('prohib_not_screened', event));
		hear(channel('allowed_not_screened', 'Newstate'));
		expect(said.filter(({ type }) => type === 'contact.callerChanged')).toMatchObject([
			{ caller: { number: null, presentation: 'withheld', name: null } }
		]);
	});

	it('is taken back by the number that a forbidding NewCallerid brings', () => {
		const { said, hear } = listener();
		hear(joined);
		const forbidding: [string, string] = [
			'CID-CallingPres',
			'35 (Presentation Prohibited, Network Number)'
		];
		hear(channel('allowed_not_screened', 'NewCallerid', forbidding));
		expect(said.at(-1)).toMatchObject({ caller: { number: null, presentation: 'withheld' } });
	});

	it('is taken back once, however many calls have ended since theirs', () => {
		const { said, hear } = listener();
		const of = (id: string, message: Message) =>
			new Map([...message].map(([key, value]) => [key, value.replaceAll('pbx1-1.0', id)]));
		for (let call = 1; call <= 30; call += 1) {
			hear(of(`pbx1-1.${call}`, joined));
			hear(of(`pbx1-1.${call}`, channel('allowed_not_screened', 'Hangup', ['Cause', '16'])));
		}
		said.length = 0;
		const late = of('pbx1-1.1', channel('prohib_not_screened', 'VarSet'));
		hear(late);
		hear(late);
		expect(said).toMatchObject([
			{
				type: 'contact.callerChanged',
				contactId: 'pbx1-1.1',
				caller: { number: null, presentation: 'withheld' }
			}
		]);
	});

	it('is not taken back by what is said of somebody else’s channel', () => {
		const { said, hear } = listener();
		hear(joined);
		hear(
			messageOf([
				['Event', 'Newstate'],
				['Channel', 'PJSIP/1001-00000002'],
				['CallerIDNum', '1001'],
				['Uniqueid', 'pbx1-2.1'],
				['Linkedid', 'pbx1-1.0'],
				['ChanVariable', 'CALLERID(pres)=prohib_not_screened']
			])
		);
		expect(said.some(({ type }) => type === 'contact.callerChanged')).toBe(false);
	});
});

it('leaves out of what the dialplan tells whatever might be a card', () => {
	const { said, hear } = listener();
	const of: [string, string][] = [
		['Channel', 'PJSIP/trunk-00000001'],
		['CallerIDNum', LEAKED],
		['Uniqueid', 'pbx1-1.0'],
		['Linkedid', 'pbx1-1.0']
	];
	const digits = ['4111', '1111', '1111', '1111'].join(' ');
	hear(
		messageOf([
			['Event', 'UserEvent'],
			...of,
			['UserEvent', 'Menu'],
			['Choice', 'rates'],
			['Digits', digits],
			['Long', 'x'.repeat(500)]
		])
	);
	hear(messageOf([['Event', 'QueueCallerJoin'], ...of, ['Queue', 'council-tax']]));
	expect(said.find(({ type }) => type === 'contact.data')).toMatchObject({
		attributes: { choice: 'rates', long: 'x'.repeat(80) }
	});
	expect(JSON.stringify(said)).not.toContain('4111');
});
