/**
 * What officers type, made of customers who are there: two things that tell somebody apart, or one whole key, as it is
 * held or with a slip of the keys, in either order, and first names in another of their spellings. Always the same.
 */
import type postgres from 'postgres';
import { spellingsOf } from '#shared/customers/matching/spelling.ts';
import { plainText } from '#shared/customers/plain-words.ts';

export type SearchInput = {
	kind: string;
	typed: string;
	/** Whoever has exactly what was meant: any of these is right. */
	right: readonly string[];
};

type Person = {
	id: string;
	given: string;
	family: string;
	born: string | null;
	nino: string | null;
	line: string;
	postcode: string;
	reference: string | null;
	phone: string | null;
	email: string | null;
};

type Draw = (below: number) => number;

type Kind = { name: string; typed: (person: Person, draw: Draw) => string | null };

const KINDS: readonly Kind[] = [
	{ name: 'name and street', typed: (p) => `${p.given} ${p.family} ${p.line}` },
	{
		name: 'name and street, slipped',
		typed: (p, draw) => slipped(`${p.given} ${p.family}`, draw) + ` ${p.line}`
	},
	{
		name: 'surname and address, slipped',
		typed: (p, draw) => `${p.family} ${slipped(p.line, draw)} ${p.postcode}`
	},
	{ name: 'surname and postcode', typed: (p) => `${p.given} ${p.family} ${p.postcode}` },
	{
		name: 'name and postcode, slipped',
		typed: (p, draw) => `${slipped(p.given, draw)} ${slipped(p.family, draw)} ${p.postcode}`
	},
	{
		name: 'name and date of birth',
		typed: (p) => (p.born === null ? null : `${p.given} ${p.family} ${british(p.born)}`)
	},
	{
		name: 'date of birth and name, slipped',
		typed: (p, draw) =>
			p.born === null ? null : `${british(p.born)} ${slipped(p.family, draw)} ${p.given}`
	},
	{ name: 'a name that sounds alike', typed: (p, draw) => soundAlike(p, draw) },
	{ name: 'reference', typed: (p) => p.reference },
	{ name: 'phone', typed: (p) => (p.phone === null ? null : `0${p.phone.slice(3)} ${p.family}`) },
	{ name: 'National Insurance number', typed: (p) => p.nino },
	{ name: 'email', typed: (p) => p.email }
];

export async function searchInputs(sql: postgres.Sql, count: number): Promise<SearchInput[]> {
	const people = await sql<Person[]>`
		select c.id, split_part(c.given_names, ' ', 1) as given, c.family_name as family,
			c.born_on::text as born, c.nino, a.line1 as line, a.postcode,
			(select d.reference from liabilities l join debts d on d.id = l.debt_id
				where l.customer_id = c.id limit 1) as reference,
			(select e164 from customer_phones p where p.customer_id = c.id and p.to_on is null limit 1) as phone,
			(select email from customer_emails e where e.customer_id = c.id limit 1) as email
		from customers c join customer_addresses a on a.customer_id = c.id and a.to_on is null
		where c.kind = 'person' and c.joined_to is null order by md5(c.id::text) limit ${count * 8}`;
	const draw = drawing(20261119);
	const inputs: SearchInput[] = [];
	for (const person of people) {
		const kind = KINDS[inputs.length % KINDS.length];
		const typed = kind?.typed(person, draw) ?? null;
		if (!kind || typed === null) continue;
		inputs.push({ kind: kind.name, typed, right: await meantBy(sql, { person, kind }) });
		if (inputs.length === count) break;
	}
	return inputs;
}

/** A joint debt is each of theirs, and nobody could tell two of one name in one postcode apart. */
async function meantBy(
	sql: postgres.Sql,
	{ person, kind }: { person: Person; kind: Kind }
): Promise<string[]> {
	if (kind.name !== 'reference') return [person.id];
	const rows = await sql<{ id: string }[]>`
		select l.customer_id as id from debts d join liabilities l on l.debt_id = d.id
		where d.reference = ${person.reference}`;
	return rows.map(({ id }) => id);
}

function soundAlike(person: Person, draw: Draw): string | null {
	const others = spellingsOf(plainText(person.given)).slice(1);
	const other = others[draw(others.length)];
	return other === undefined ? null : `${other} ${person.family} ${person.postcode}`;
}

function british(day: string): string {
	return day.split('-').toReversed().join('/');
}

/** One of its longer words with a letter too many, too few, wrong, or changed round with its neighbour. */
function slipped(text: string, draw: Draw): string {
	const words = text.split(' ');
	const long = words.flatMap((word, at) => (/^\p{Letter}{4,}$/u.test(word) ? [at] : []));
	const at = long[draw(long.length)];
	return at === undefined ? text : words.with(at, slip(words[at] ?? '', draw)).join(' ');
}

function slip(word: string, draw: Draw): string {
	const at = 1 + draw(word.length - 2);
	const letter = 'etaoinsrhldcumfpgwybvkxjqz'[draw(26)] ?? 'e';
	const [before, here, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
	const slips = [
		before + after,
		before + letter + here + after,
		before + letter + after,
		before + (after[0] ?? '') + here + after.slice(1)
	];
	return slips[draw(slips.length)] ?? word;
}

function drawing(seed: number): Draw {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return below <= 0 ? 0 : Math.floor((state / 4_294_967_296) * below);
	};
}
