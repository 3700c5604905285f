/** The extract files of one day: one for each mapping, from its header to its trailer, written as their lines come. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { extractWriter, type Said } from '../../../imports/mapping/extract-writer.ts';
import type { BodyKind } from '../../../imports/mapping/fields.ts';
import type { Mapping } from '../../../imports/mapping/mapping.ts';
import { mappingNamed, mappingNames } from '../../../imports/mapping/mappings.ts';
import type { Stream } from '../../../../shared/debts/streams.ts';
import type { Day } from '../../../../shared/time/day.ts';

export type ExtractFile = {
	streams: ReadonlySet<Stream>;
	source: string;
	line<Kind extends BodyKind>(kind: Kind, said: Said<Kind>): void;
	/** What was said so far goes to the disk. */
	flush(): Promise<void>;
	close(): Promise<void>;
};

/** The layouts that come with the product, whatever the council's data folder says of its own. */
const NO_OWN = join(import.meta.dirname, 'none');

export function extractFiles(folder: string, on: Day): readonly ExtractFile[] {
	mkdirSync(folder, { recursive: true });
	return mappingNames(NO_OWN).map((name) => {
		const read = mappingNamed(name, NO_OWN);
		if (!read.ok) throw new Error(read.because.join(' '));
		return fileOf(read.mapping, { path: join(folder, `${name}.${endOf(read.mapping)}`), on });
	});
}

function endOf({ format }: Mapping): string {
	return format === 'csv' ? 'csv' : 'txt';
}

function fileOf(mapping: Mapping, { path, on }: { path: string; on: Day }): ExtractFile {
	const writer = extractWriter(mapping);
	const out = textFile(path, (text) => writer.bytes(text));
	out.say(writer.header(on));
	return {
		streams: new Set(mapping.streams),
		source: mapping.source,
		line: (kind, said) => out.say(writer.line(kind, said)),
		flush: () => out.flush(),
		async close() {
			out.say(writer.trailer());
			await out.close();
		}
	};
}

export type TextFile = {
	say(text: string): void;
	flush(): Promise<void>;
	close(): Promise<void>;
};

/** Gathers what is said until it is flushed, and waits where the disk is slower. */
export function textFile(
	path: string,
	encode: (text: string) => Uint8Array = (text) => Buffer.from(text)
): TextFile {
	// A file that is there already is somebody's.
	const stream = createWriteStream(path, { flags: 'wx' });
	let said: string[] = [];
	const flush = async () => {
		const bytes = encode(said.join(''));
		said = [];
		if (!stream.write(bytes)) await once(stream, 'drain');
	};
	return {
		say: (text) => void said.push(text),
		flush,
		async close() {
			await flush();
			stream.end();
			await finished(stream);
		}
	};
}
