/** What became of a file of money, in lines for the person who sent it. */
import { formatPounds, NO_PENCE } from '../../../shared/money/pence.ts';
import type { ToDo } from '../../../shared/income/bank-codes.ts';
import type { Advised } from '../advices/advise.ts';
import type { Answered, FileReceived } from './file-received.ts';
import type { RefundsSeenIn } from '../refunds/refund-paid.ts';

export function sayReceived(received: FileReceived): readonly string[] {
	if ('advised' in received) return sayAdvised(received.advised);
	if ('answered' in received) return sayAnswered(received.answered);
	const { taken, leftOut, refunds, chargedBack } = received;
	const { count, total, placed, waiting, waitingCount, duplicates } = taken;
	const lines = [
		`${counted(count, 'receipt', 'receipts')} of ${formatPounds(total)} taken in: ${formatPounds(placed)} placed, ${formatPounds(waiting)} in suspense (${waitingCount.toLocaleString('en-GB')} to look at).`
	];
	lines.push(...sayDuplicates(duplicates), ...sayRefunds(refunds));
	if (chargedBack) lines.push(...sayAdvised(chargedBack));
	if (leftOut.total > NO_PENCE) {
		const payments = (what: string) =>
			`${counted(leftOut.count, 'payment', 'payments')} ${what}, ${formatPounds(leftOut.total)}, left out`;
		lines.push(
			received.kind === 'provider'
				? `${payments('that did not come')}.`
				: `${payments('out of the account')}: not receipts.`
		);
	}
	return lines;
}

const TO_DO: Record<ToDo | 'nothing', string> = {
	retry: 'to be asked for again on the next pay day, told first',
	bereavement: 'a death: every debt of theirs is held',
	'direct-debit-lost': 'no Direct Debit any more',
	'arrangement-at-risk': 'no Direct Debit any more, and an arrangement at risk',
	'update-details': 'new bank details to take',
	'charged-back': 'charged back, to be paid another way or contested',
	look: 'to look at',
	'no-such-payment': 'of no payment that is on the account',
	'no-such-account': 'of no account of ours',
	whose: 'a death, and it is not plain whose',
	nothing: 'nothing more to do'
};

function sayAdvised({ toDo, reversed, waited, duplicates }: Advised): string[] {
	const lines = [...toDo].map(
		([what, count]) => `${counted(count, 'advice', 'advices')}: ${TO_DO[what]}.`
	);
	if (reversed.count > 0) {
		const payments = counted(reversed.count, 'payment', 'payments');
		lines.unshift(
			`${payments} of ${formatPounds(reversed.total)} came back, and each is owed again.`
		);
	}
	if (waited.count > 0) {
		const payments = counted(waited.count, 'payment', 'payments');
		lines.push(`${payments} of ${formatPounds(waited.total)} came back that waited here.`);
	}
	return [...lines, ...sayDuplicates(duplicates)];
}

function sayAnswered({ confirmed, duplicates }: Answered): string[] {
	const answers = `${counted(confirmed, 'answer', 'answers')} of enforcement agents taken in.`;
	return [answers, ...sayDuplicates(duplicates)];
}

function sayRefunds({ paid, back, faults }: RefundsSeenIn): string[] {
	const refunds = ({ count, total }: RefundsSeenIn['paid']) =>
		`${counted(count, 'refund', 'refunds')} of ${formatPounds(total)}`;
	return [
		paid.count > 0 ? `${refunds(paid)} confirmed as paid.` : '',
		back.count > 0 ? `${refunds(back)} came back, and the money is where it was.` : '',
		...faults.map((fault) => `To look at: ${fault}.`)
	].filter(Boolean);
}

function sayDuplicates(duplicates: readonly number[]): string[] {
	if (duplicates.length === 0) return [];
	const shown = duplicates.slice(0, 5).join(', ');
	const more = duplicates.length > 5 ? ' and others' : '';
	const were = duplicates.length === 1 ? 'was' : 'were';
	return [
		`${counted(duplicates.length, 'line', 'lines')} had come in before and ${were} left out: line ${shown}${more}.`
	];
}

function counted(count: number, one: string, many: string): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
