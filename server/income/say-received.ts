/** What became of a file of money, in lines for the person who sent it. */
import { formatPounds, NO_PENCE } from '../../shared/money/pence.ts';
import type { FileReceived } from './receive-file.ts';

export function sayReceived({ taken, leftOut }: FileReceived): readonly string[] {
	const { count, total, placed, waiting, waitingCount, duplicates } = taken;
	const lines = [
		`${counted(count, 'receipt', 'receipts')} of ${formatPounds(total)} taken in: ${formatPounds(placed)} placed, ${formatPounds(waiting)} in suspense (${waitingCount.toLocaleString('en-GB')} to look at).`
	];
	if (duplicates.length > 0) {
		const shown = duplicates.slice(0, 5).join(', ');
		const more = duplicates.length > 5 ? ' and others' : '';
		lines.push(
			`${counted(duplicates.length, 'line', 'lines')} had come in before and ${duplicates.length === 1 ? 'was' : 'were'} left out: line ${shown}${more}.`
		);
	}
	if (leftOut.total > NO_PENCE) {
		lines.push(
			`${counted(leftOut.count, 'payment', 'payments')} out of the account, ${formatPounds(leftOut.total)}, left out: not receipts.`
		);
	}
	return lines;
}

function counted(count: number, one: string, many: string): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
