/** The recordings of a real Asterisk 22 and, beside each, what it came to, written by hand from its timeline. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRecording, type Recording } from '#server/telephony/replay/recording.ts';

const HERE = import.meta.dirname;
const TRUSTED = '.trusted';

export type Trace = {
	name: string;
	isTrustedTrunk: boolean;
	file: string;
	recording: Recording;
	expected: unknown;
};

export const TRACES: readonly Trace[] = readdirSync(join(HERE, 'expected'))
	.filter((file) => file.endsWith('.json'))
	.map((file) => {
		const name = file.replace(/\.json$/, '');
		const path = join(HERE, 'recordings', `${name.replace(TRUSTED, '')}.ami`);
		return {
			name,
			isTrustedTrunk: name.endsWith(TRUSTED),
			file: path,
			recording: readRecording(path),
			expected: JSON.parse(readFileSync(join(HERE, 'expected', file), 'utf8')) as unknown
		};
	});

export const RECORDED = readdirSync(join(HERE, 'recordings'))
	.filter((file) => file.endsWith('.ami'))
	.map((file) => file.replace(/\.ami$/, ''));

/** One whole message after another, each with the empty line it ends with. */
export function messagesOf({ bytes }: Recording): Buffer[] {
	const messages: Buffer[] = [];
	let start = 0;
	for (let end = bytes.indexOf('\r\n\r\n'); end >= 0; end = bytes.indexOf('\r\n\r\n', start)) {
		messages.push(bytes.subarray(start, end + 4));
		start = end + 4;
	}
	return messages;
}
