/** What became of one file of money: receipts taken in, or advices acted on. */
import type { Advised } from './advise.ts';
import type { Statement } from './files/camt.ts';
import type { RefundsSeenIn } from './refund-paid.ts';
import type { Taken } from './receive.ts';

export type FileReceived = { fileId: string } & (
	| {
			kind: 'camt.053' | 'provider';
			taken: Taken;
			/** Money out, which is nobody's receipt. */
			leftOut: Statement['leftOut'];
			refunds: RefundsSeenIn;
	  }
	| { kind: 'arudd' | 'addacs'; advised: Advised }
);
