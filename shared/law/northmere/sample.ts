/** How a row of the sample policy is written: ours, dated, and no law. Every value is a setting of the council's. */
import { day } from '../../time/day.ts';
import { ENGLAND, type Rule } from '../rule.ts';

/** The demo council's first policy, in force long before demo day. */
const FIRST_DAY = day('2024-04-01');

export function sample<Value>(row: string, plain: string, value: Value): readonly Rule<Value>[] {
	return [
		{
			id: `policy.${row}`,
			value,
			from: FIRST_DAY,
			to: null,
			nations: ENGLAND,
			instrument: 'SAMPLE policy of Northmere City Council',
			provision: row,
			address: null,
			confidence: 'sample',
			plain
		}
	];
}
