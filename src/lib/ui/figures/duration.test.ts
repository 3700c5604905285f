import { describe, expect, test } from 'vitest';
import { countdownText, durationText, timerText } from './duration.ts';

describe('a length of time', () => {
	test.each([
		[0, '0:00', '0 sec'],
		[6.9, '0:06', '6 sec'],
		[59.999, '0:59', '59 sec'],
		[60, '1:00', '1 min'],
		[108, '1:48', '1 min 48 sec'],
		[3599, '59:59', '59 min 59 sec'],
		[3600, '1:00:00', '1 hr'],
		[3661, '1:01:01', '1 hr 1 min 1 sec'],
		[90000, '25:00:00', '25 hr'],
		[-3, '0:00', '0 sec']
	])('%s seconds are %s on a timer and %s in a sentence', (seconds, timer, sentence) => {
		expect(timerText(seconds)).toBe(timer);
		expect(durationText(seconds).replaceAll('\u00a0', ' ')).toBe(sentence);
	});

	test.each([
		[120, '2:00'],
		[119.2, '2:00'],
		[0.4, '0:01'],
		[0, '0:00'],
		[-0.4, '0:00'],
		[-1, '0:01 over'],
		[-80.9, '1:20 over'],
		[-3661, '1:01:01 over']
	])('with %s seconds left says %s', (seconds, text) => {
		expect(countdownText(seconds)).toBe(text);
	});
});
