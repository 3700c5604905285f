import { expect, it } from 'vitest';
import { instant } from '../../time/day.ts';
import { gapText } from './gap-words.ts';

const KNOWN = 'What happened then is not known.';

it.each([
	[
		'2026-11-19T10:04:12.400Z',
		4,
		`From 10:04:12 to 10:04:16 nobody heard the telephone system (4 seconds). ${KNOWN}`
	],
	[
		'2026-11-19T10:04:12Z',
		0,
		`From 10:04:12 to 10:04:12 nobody heard the telephone system (less than a second). ${KNOWN}`
	],
	[
		'2026-07-01T10:59:30Z',
		61,
		`From 11:59:30 to 12:00:31 nobody heard the telephone system (1 minute 1 second). ${KNOWN}`
	],
	[
		'2026-11-19T23:30:00Z',
		7200,
		`From 23:30:00 to 01:30:00 nobody heard the telephone system (2 hours). ${KNOWN}`
	],
	[
		'2026-11-19T10:04:12Z',
		null,
		'Since 10:04:12 nobody has heard the telephone system. What happens meanwhile is not known.'
	]
])('a gap from %s of %s seconds is said so', (from, seconds, said) => {
	expect(gapText({ from: instant(from), seconds })).toBe(said);
});
