/** What became of one file of money: receipts taken in, or advices acted on. */
import type { Acknowledging } from '../../letters/acknowledge.ts';
import type { Advised } from '../advices/advise.ts';
import type { Statement } from '../files/camt.ts';
import type { RefundsSeenIn } from '../refunds/refund-paid.ts';
import type { Taken } from './receive.ts';

/** Agents answered. */
export type Answered = Pick<Acknowledging, 'confirmed' | 'duplicates'> & {
	/** Open contacts that must be shown again. */
	changed: readonly string[];
};

export type FileReceived = { fileId: string } & (
	| {
			kind: 'camt.053' | 'provider';
			taken: Taken;
			/** Money out, which is nobody's receipt. */
			leftOut: Statement['leftOut'];
			refunds: RefundsSeenIn;
			/** Card payments that a provider's file takes back; null where it has none. */
			chargedBack: Advised | null;
	  }
	| { kind: 'arudd' | 'addacs'; advised: Advised }
	| { kind: 'acknowledgements'; answered: Answered }
);
