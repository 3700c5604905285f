/**
 * A bank's XML read from a stream, strictly and in little memory: what stands at the wanted places is handed over piece
 * by piece. A document type is refused before anything in it is read, so that no entity can grow; a piece of text of
 * more than a megabyte is no bank's.
 */
import { SaxesParser } from 'saxes';
import { unreadable } from './problem.ts';

export type Part = {
	name: string;
	/** The names down to it: `Document/BkToCstmrStmt/Stmt/Ntry`. */
	path: string;
	/** By name; some of their names are those of every object's own methods. */
	attributes: ReadonlyMap<string, string>;
	text: string;
	parts: Part[];
	line: number;
};

export type Wanted = {
	/** Paths whose parts are handed over whole, once they are read. */
	whole: ReadonlySet<string>;
	/** What stands outermost; throws where it is another kind of file. */
	begins: (root: { name: string; namespace: string }) => void;
	on: (part: Part) => void;
};

const MOST_TEXT = 1_000_000;
/** No statement says more of one payment than this; a batch is a few pieces each. */
const MOST_PARTS_AT_ONCE = 2_000_000;
const ENCODINGS = new Set(['utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252']);

export async function readXml(chunks: AsyncIterable<Uint8Array>, wanted: Wanted): Promise<void> {
	const reader = readerFor(wanted);
	let decode: TextDecoder | null = null;
	let said = 0;
	let isEmpty = true;
	for await (const chunk of chunks) {
		decode ??= decoderFor(chunk);
		const text = decoded(decode, chunk, reader.line());
		said += text.length;
		isEmpty &&= text.trim() === '';
		const before = reader.heard();
		reader.write(text);
		if (reader.heard() !== before) said = 0;
		if (said > MOST_TEXT) {
			throw unreadable({ line: reader.line(), says: 'one value goes on for a megabyte' });
		}
	}
	if (isEmpty) throw unreadable({ line: null, says: 'the file is empty' });
	reader.end();
}

function decoderFor(chunk: Uint8Array): TextDecoder {
	const head = new TextDecoder('latin1').decode(chunk.subarray(0, 200));
	const named = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
	const encoding = named.toLowerCase();
	if (!ENCODINGS.has(encoding)) {
		throw unreadable({
			line: 1,
			says: `it is written in ${named}, which no bank here uses`
		});
	}
	return new TextDecoder(encoding, { fatal: true });
}

function decoded(decode: TextDecoder, chunk: Uint8Array, line: number): string {
	try {
		return decode.decode(chunk, { stream: true });
	} catch (cause) {
		if (!(cause instanceof TypeError)) throw cause;
		throw unreadable({ line, says: 'there are bytes in it that are no letters' });
	}
}

function readerFor({ whole, begins, on }: Wanted) {
	const parser = new SaxesParser({ xmlns: true, position: true });
	const path: string[] = [];
	const open: Part[] = [];
	let heard = 0;
	let held = 0;
	const fail = (says: string) => {
		throw unreadable({ line: parser.line, says });
	};
	parser.on('doctype', () => fail('it defines entities of its own, which no statement needs'));
	parser.on('error', (error) => fail(faultIn(error.message)));
	parser.on('opentag', ({ local, uri, attributes }) => {
		heard += 1;
		if (path.length === 0) begins({ name: local, namespace: uri });
		path.push(local);
		const here = path.join('/');
		if (open.length === 0 && !whole.has(here)) return;
		held += 1;
		if (held > MOST_PARTS_AT_ONCE) fail('one entry has more parts than any bank writes');
		const values = Object.values(attributes).map((one) => [one.local, one.value] as const);
		const part = {
			name: local,
			path: here,
			attributes: new Map(values),
			text: '',
			parts: [],
			line: parser.line
		};
		open.at(-1)?.parts.push(part);
		open.push(part);
	});
	const say = (text: string) => {
		heard += 1;
		const part = open.at(-1);
		if (part) part.text += text;
	};
	parser.on('text', say);
	parser.on('cdata', say);
	parser.on('closetag', () => {
		heard += 1;
		path.pop();
		const part = open.pop();
		if (!part) return;
		part.text = part.text.trim();
		if (open.length > 0) return;
		held = 0;
		on(part);
	});
	return {
		write: (text: string) => void parser.write(text),
		end: () => void parser.close(),
		line: () => parser.line,
		heard: () => heard
	};
}

/** The parser's own words begin with where it was, and speak of tags. */
function faultIn(message: string): string {
	const plain = message.replace(/^\d+:\d+:\s*/, '');
	if (/unclosed tag|document must contain|unexpected end/.test(plain)) {
		return 'the file ends before it is finished: ask for it again';
	}
	if (/undefined entity/.test(plain)) return 'it uses an entity, which no statement needs';
	return `it is not well-formed XML (${plain.replace(/\.$/, '')})`;
}

/** What stands at a path below a part: `Refs/EndToEndId`. Empty where there is nothing. */
export function textAt(part: Part, path: string): string {
	return partAt(part, path)?.text ?? '';
}

export function partAt(part: Part, path: string): Part | undefined {
	return path
		.split('/')
		.reduce<Part | undefined>((at, name) => at?.parts.find((one) => one.name === name), part);
}

export function partsAt(part: Part, path: string): readonly Part[] {
	const names = path.split('/');
	return names.reduce<readonly Part[]>(
		(at, name) => at.flatMap((one) => one.parts.filter((inner) => inner.name === name)),
		[part]
	);
}
