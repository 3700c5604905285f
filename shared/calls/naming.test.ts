import { expect, it } from 'vitest';
import { agentNameOf } from './naming.ts';

it.each([
	['1001', '1001'],
	['  Siân  Prosser ', 'Siân Prosser'],
	['Siân', 'Siân'],
	['priya.nair@council.example', 'priya.nair@council.example'],
	['two\nlines', 'two lines'],
	['turned\u202eround\u0000', 'turnedround'],
	['x'.repeat(80), 'x'.repeat(80)],
	['x'.repeat(81), null],
	['', null],
	[' \t ', null]
])('what a switch calls an officer, %j, is kept as %j', (sent, name) => {
	expect(agentNameOf(sent)).toBe(name);
});
