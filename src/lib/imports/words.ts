/** How an extract stands and why one cannot be accepted, in words. */
import type { AcceptRefusal, ImportSeen } from '#shared/officers/imports.ts';
import type { Tone } from '../ui/tones.ts';

export const STATES: Record<ImportSeen['state'], { name: string; tone: Tone }> = {
	reading: { name: 'Being taken', tone: 'info' },
	differs: { name: 'Waits for you', tone: 'warn' },
	published: { name: 'In', tone: 'ok' },
	refused: { name: 'Refused', tone: 'bad' },
	abandoned: { name: 'Given up', tone: 'mute' }
};

export const STEPS: Record<ImportSeen['step'], string> = {
	reading: 'Reading',
	checking: 'Looking at it as a whole',
	publishing: 'Publishing',
	people: 'Publishing people, 1 of 4',
	debts: 'Publishing debts, 2 of 4',
	entries: 'Publishing entries, 3 of 4',
	balances: 'Comparing balances, 4 of 4'
};

/** Something of it is still being done, and will be whether or not anybody looks. */
export function isUnderWay({ state, isMatched }: Pick<ImportSeen, 'state' | 'isMatched'>): boolean {
	return state === 'reading' || !isMatched;
}

export function sayListed(count: number): string {
	return count === 1
		? 'One line with its reason'
		: `${count.toLocaleString('en-GB')} lines with a reason each`;
}

export const ACCEPT_REFUSALS: Record<AcceptRefusal, string> = {
	'not-waiting': 'It does not wait any more: somebody answered, or a later one took its place.',
	'too-short': 'Say why it is taken with its difference, in a few words at least.',
	'no-mapping': 'Its mapping cannot be used any more. Mend it, and import the file again.',
	gone: 'Its lines are here no more, because the database was stopped. Import the file again.'
};
