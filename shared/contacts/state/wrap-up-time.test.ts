import { describe, expect, it, test } from 'vitest';
import { eventAt, type Channel, type ContactEventBody } from '../log/events.ts';
import { foldContact, type Contact } from './fold.ts';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { day, instant, type Instant } from '../../time/day.ts';
import { wrapUpTime, type WrapUpTime } from './wrap-up-time.ts';

/** Minutes and seconds past ten. */
const past = (clock: string): Instant => instant(`2026-11-19T10:${clock}Z`);

type Said = readonly [clock: string, body: ContactEventBody];

function folded(channel: Channel, ...said: Said[]): Contact {
	const started = { type: 'contactStarted', channel, direction: 'inbound' } as const;
	const lines: Said[] = [['00:00', { ...started, presentation: null, dialled: null }], ...said];
	return foldContact(
		lines.map(([clock, body], index) =>
			eventAt({ seq: index + 1, at: past(clock), by: 'priya' }, body)
		)
	);
}

const answered: Said = ['00:30', { type: 'answered', officerId: 'priya' }];
const released: Said = ['09:59', { type: 'released', officerId: 'priya' }];
const ended: Said = ['10:00', { type: 'callEnded', endedBy: 'caller', abandoned: false }];
const more = (clock: string): Said => [clock, { type: 'wrapUpExtended' }];

const WU = samplePolicy(day('2026-11-19')).WU.value;

function timeOf({ wrapUps }: Contact, officerId = 'priya'): WrapUpTime | undefined {
	const wrapUp = wrapUps[officerId];
	return wrapUp && wrapUpTime(wrapUp, WU);
}

const untilOf = (contact: Contact, officerId?: string) => timeOf(contact, officerId)?.until;

describe('writing a call up', () => {
	test.each<readonly [string, readonly Said[], Instant | undefined]>([
		['has not begun while they have the customer', [answered], undefined],
		['ends two minutes after their part of the call', [answered, released], past('11:59')],
		['is not begun again by the end of the call', [answered, released, ended], past('11:59')],
		['begins with the end where no leg was let go', [answered, ended], past('12:00')],
		['is over when the customer is given back', [answered, released, answered], undefined],
		['is a minute longer when asked', [answered, ended, more('10:20')], past('13:00')],
		[
			'is two minutes longer when asked twice',
			[answered, ended, more('10:20'), more('10:21')],
			past('14:00')
		],
		['goes on for a minute from now, once over', [answered, ended, more('14:40')], past('15:40')],
		[
			'goes on for a minute from the very moment at which it ran out',
			[answered, ended, more('12:00')],
			past('13:00')
		],
		['is longer by five minutes at most', sixTimes(), past('17:00')],
		['is not longer for having been asked for in the call', [answered, more('05:00')], undefined]
	])('%s', (_, said, until) => {
		expect(untilOf(folded('phone', ...said))).toBe(until);
	});

	it('is nobody’s for whom it only rang', () => {
		const rang: Said = ['00:10', { type: 'offered', officerId: 'tom', queue: null }];
		const contact = folded('phone', rang, answered, ended);
		expect(Object.keys(contact.wrapUps)).toEqual(['priya']);
	});

	it('is each officer’s own: one passes the customer on and the other ends the call', () => {
		const taken: Said = ['05:00', { type: 'answered', officerId: 'tom' }];
		const passed: Said = ['05:01', { type: 'released', officerId: 'priya' }];
		const contact = folded('phone', answered, taken, passed, ended, more('10:05'));
		expect([untilOf(contact), untilOf(contact, 'tom')]).toEqual([past('11:05'), past('12:00')]);
	});

	it('has no time where there was no call', () => {
		const received: Said = ['00:30', { type: 'received', officerId: 'priya' }];
		const left: Said = ['08:00', { type: 'conversationEnded' }];
		expect(folded('desk', received, left).wrapUps).toEqual({});
	});

	it('may be longer until it has been five times', () => {
		const [first, last] = [folded('phone', answered, ended), folded('phone', ...sixTimes())];
		expect(timeOf(first)).toMatchObject({ added: 0, mayExtend: true });
		expect(timeOf(last)).toMatchObject({ added: 5, mayExtend: false });
	});
});

function sixTimes(): Said[] {
	const asked = ['10:01', '10:02', '10:03', '10:04', '10:05', '10:06'].map(more);
	return [answered, ended, ...asked];
}
