/** Which recovery ladder each stream is on. */
import type { Stream } from '../streams.ts';

export type LadderCode = 'CT' | 'NDR' | 'HBO' | 'SUN' | 'ASC' | 'RENT' | 'PCN' | 'BID';

const LADDER_OF: Record<Stream, LadderCode> = {
	'council-tax': 'CT',
	'business-rates': 'NDR',
	overpayment: 'HBO',
	invoice: 'SUN',
	care: 'ASC',
	rent: 'RENT',
	'former-tenant': 'RENT',
	parking: 'PCN',
	bid: 'BID'
};

export function ladderOf(stream: Stream): LadderCode {
	return LADDER_OF[stream];
}
