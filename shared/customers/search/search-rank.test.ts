import { describe, expect, it } from 'vitest';
import { hasEveryWord, rankedCandidates, type Candidate } from './search-rank.ts';
import { meaningsAmong } from '../matching/spelling.ts';
import { plainWords } from '../plain-words.ts';

type Given = { former?: string; address?: string; past?: string; keys?: Candidate['keys'] };

function customer(name: string, { former, address, past, keys = [] }: Given = {}): Candidate {
	const at = name.lastIndexOf(' ');
	return {
		customerId: name,
		givenNames: name.slice(0, Math.max(0, at)),
		familyName: name.slice(at + 1),
		bornOn: null,
		isSafeContact: false,
		accountCount: 1,
		address: null,
		keys,
		words: {
			name: plainWords(name),
			former: plainWords(former ?? ''),
			address: plainWords(address ?? ''),
			past: plainWords(past ?? '')
		}
	};
}

function wantedFrom(typed: string, rows: readonly Candidate[]) {
	const held = rows.flatMap(({ words }) => Object.values(words).flat());
	return plainWords(typed).map((word) => ({ word, meanings: meaningsAmong(word, held) }));
}

const ranked = (typed: string, rows: readonly Candidate[]) =>
	rankedCandidates(rows, wantedFrom(typed, rows)).map(({ customerId }) => customerId);

describe('who is most likely meant', () => {
	it.each([
		[
			'has it as typed, before another spelling of it',
			'mohammed khan',
			[customer('Muhammad Khan'), customer('Mohammed Khan')],
			['Mohammed Khan', 'Muhammad Khan']
		],
		[
			'has it, before whoever only nearly has',
			'john smith',
			[customer('Joan Smith'), customer('John Smith')],
			['John Smith']
		],
		[
			'is called it, before whoever lives in a street of that name',
			'marsden',
			[customer('Ann Lee', { address: '2 Marsden Road' }), customer('Ann Marsden')],
			['Ann Marsden', 'Ann Lee']
		],
		[
			'lives there, before whoever did',
			'lantern',
			[
				customer('Al Pike', { past: '1 Lantern Row' }),
				customer('Zoe Pike', { address: '1 Lantern Row' })
			],
			['Zoe Pike', 'Al Pike']
		],
		[
			'is called it, before whoever was',
			'brannigan',
			[customer('Kelly Ashworth', { former: 'Kelly Brannigan' }), customer('Tom Brannigan')],
			['Tom Brannigan', 'Kelly Ashworth']
		],
		[
			'slipped once, before twice',
			'bradshwaw',
			[customer('Al Bradshow'), customer('Zoe Bradshaw')],
			['Zoe Bradshaw', 'Al Bradshow']
		],
		[
			'begins alike, where both slipped once',
			'harley',
			[customer('Al Farley'), customer('Zoe Hartley')],
			['Zoe Hartley', 'Al Farley']
		],
		[
			'has no more names than were typed',
			'john smith',
			[customer('John Paul Smith'), customer('John Smith')],
			['John Smith', 'John Paul Smith']
		],
		[
			'has the initial',
			'k ashworth',
			[customer('Dean Ashworth'), customer('Kelly Ashworth')],
			['Kelly Ashworth']
		],
		[
			'comes first by name, when nothing else tells them apart',
			'pike',
			[customer('Zoe Pike'), customer('Al Pike')],
			['Al Pike', 'Zoe Pike']
		],
		['is nobody among nobody', 'pike', [], []]
	])('%s', (_, typed, rows, expected) => {
		expect(ranked(typed, rows)).toEqual(expected);
	});

	it('says what matched, keys first, and that it was only nearly typed', () => {
		const kelly = customer('Kelly Ashworth', { address: '14 Lantern Row', keys: ['born'] });
		const [found] = rankedCandidates([kelly], wantedFrom('lantren ashworth', [kelly]));
		expect(found).toMatchObject({ matchedOn: ['born', 'name', 'address'], isNear: true });
	});

	it('has every word or not', () => {
		const rows = [customer('Kelly Ashworth')];
		const has = (typed: string) =>
			rows.every(({ words }) => hasEveryWord(words, wantedFrom(typed, rows)));
		expect([has('ashworht kelly'), has('k ashworth'), has('kelly pike')]).toEqual([
			true,
			true,
			false
		]);
	});
});
