import { describe, expect, it } from 'vitest';
import { instant } from '#shared/time/day.ts';
import { asOfNow } from './recording.ts';

const MESSAGE =
	'Event: Newchannel\r\nCallerIDNum: +447700900123\r\nUniqueid: pbx1-1795297599.1\r\nLinkedid: pbx1-1795297598.0\r\nDestUniqueid: 1795297600.2\r\nSwapUniqueid: pbx1-1795297598.0\r\nLastCall: 1795297598\r\n\r\n';

describe('a recording played again', () => {
	const [played] = asOfNow(
		[{ bytes: Buffer.from(MESSAGE), skipped: 0, pieces: [] }],
		instant('2026-11-22T10:00:00Z')
	);
	const text = played?.bytes.toString() ?? '';

	it('has the ids of calls that come now, as far apart as they were', () => {
		expect(text).toContain('Linkedid: pbx1-1795341600.0\r\n');
		expect(text).toContain('\r\nUniqueid: pbx1-1795341601.1\r\n');
		expect(text).toContain('DestUniqueid: 1795341602.2\r\n');
		expect(text).toContain('SwapUniqueid: pbx1-1795341600.0\r\n');
	});

	it('is as long as it was, with every number in it that is not an id', () => {
		expect(text).toHaveLength(MESSAGE.length);
		expect(text).toContain('CallerIDNum: +447700900123\r\n');
		expect(text).toContain('LastCall: 1795297598\r\n');
	});
});
