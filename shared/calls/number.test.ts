import { describe, expect, it } from 'vitest';
import { callerFrom, readNumber } from './number.ts';

describe('a number as the network sent it', () => {
	it.each([
		['+447700900123', '+447700900123'],
		['07700900123', '+447700900123'],
		['01632960456', '+441632960456'],
		['447700900123', '+447700900123'],
		['00447700900123', '+447700900123'],
		['+4407700900123', '+447700900123'],
		['+44(0)7700 900123', '+447700900123'],
		['tel:+447700900123', '+447700900123'],
		['sip:+447700900123@127.0.0.1;user=phone', '+447700900123'],
		['<sip:+447700900123@127.0.0.1>', '+447700900123'],
		['01632 960 456', '+441632960456'],
		['+12025550143', '+12025550143'],
		['0012025550143', '+12025550143']
	])('%s is %s', (sent, number) => {
		expect(readNumber(sent)).toEqual({ number, presentation: 'allowed' });
	});

	it.each([
		['anonymous', 'withheld'],
		['Anonymous@anonymous.invalid', 'withheld'],
		['Restricted', 'withheld'],
		['private', 'withheld'],
		['withheld', 'withheld'],
		['unavailable@unknown.invalid', 'unavailable'],
		['unknown', 'unavailable'],
		['<unknown>', 'unavailable'],
		['asterisk', 'unavailable'],
		['', 'unavailable'],
		[`08979${'1'.repeat(6)}`, 'unavailable'],
		[`+448979${'1'.repeat(6)}`, 'unavailable'],
		['1001', 'unknown'],
		['999', 'unknown'],
		['600123', 'unknown'],
		['+1', 'unknown'],
		['+999999999999999999', 'unknown'],
		['sip:alice@example.com', 'unknown'],
		['Event: Hangup', 'unknown']
	])('%j is no number: %s', (sent, presentation) => {
		expect(readNumber(sent)).toEqual({ number: null, presentation });
	});
});

describe('a caller', () => {
	const sent = { number: '+447700900123', name: 'A Sample', said: null, isTrustedTrunk: false };

	it('is shown with number and name when the network allows it', () => {
		expect(callerFrom({ ...sent, said: 'allowed' })).toEqual({
			number: '+447700900123',
			presentation: 'allowed',
			name: 'A Sample'
		});
	});

	it.each(['withheld', 'unavailable', 'unknown'] as const)(
		'leaves nothing behind when the network says %s, whatever number came with it',
		(said) => {
			const nothing = { number: null, presentation: said, name: null };
			expect(callerFrom({ ...sent, said })).toEqual(nothing);
		}
	);

	it('is unknown on a trusted trunk that says nothing of the presentation', () => {
		const caller = callerFrom({ ...sent, isTrustedTrunk: true });
		expect(caller).toEqual({ number: null, presentation: 'unknown', name: null });
	});

	it('is withheld when the number itself says so, even where the switch says allowed', () => {
		const caller = callerFrom({ ...sent, number: 'anonymous', said: 'allowed' });
		expect(caller).toEqual({ number: null, presentation: 'withheld', name: null });
	});

	it('has no name when the name is only the number again', () => {
		expect(callerFrom({ ...sent, name: '+447700900123' }).name).toBeNull();
	});

	it('has a name of at most 80 characters without any that change the direction of text', () => {
		const name = `${'é'.repeat(90)}\u202e\u0007`;
		expect(callerFrom({ ...sent, name }).name).toBe('é'.repeat(80));
	});
});
