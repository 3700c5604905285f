import { expect, it } from 'vitest';
import { openLog } from './log.ts';

it('counts every refusal that is logged, by why, and nothing of anybody', () => {
	const lines: string[] = [];
	const log = openLog((line) => lines.push(line));
	const line = { event: 'switch.link', switch: 'asterisk:2', because: 'line-too-long' };
	log.warn(line);
	log.warn(line);
	log.info({ event: 'command', name: 'contacts.act', outcome: 'refused', because: 'closed' });
	log.info({ event: 'stopping', because: 'SIGTERM' });
	log.info({ event: 'call.command', name: 'hold', outcome: 'done' });
	log.warn({ event: 'switch.link', because: 'Kelly "Ashworth" on 07700900142' });
	expect(log.refusals().split('\n').slice(2)).toEqual([
		'fairline_refusals_total{event="switch.link",switch="asterisk:2",because="line-too-long"} 2',
		'fairline_refusals_total{event="command",name="contacts.act",because="closed"} 1',
		'fairline_refusals_total{event="switch.link",because="[withheld]"} 1',
		''
	]);
	expect(lines).toHaveLength(6);
});
