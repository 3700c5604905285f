/**
 * A file that comes in pieces from a page, so that one whose page was left or whose network broke goes on where it
 * stopped. Nothing is kept but the reading itself, which waits for the next piece: a piece that came whole is read, and
 * one that did not was never there. That it is the same file is shown by its content, the digests of all pieces before
 * linked into one. A file that does not go on is given up, and another one takes its place.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { sentence } from '../sentence.ts';
import type { Answered } from '../incoming-file.ts';
import type { ArrivingSeen, PieceAnswer } from '../../shared/officers/imports.ts';

/** How long a file that stopped is waited for, and after how long without a piece it has stopped. */
const PATIENCE_MS = 10 * 60_000;
const STOPPED_MS = 2_000;

export type Piece = {
	mapping: string;
	file: { name: string; length: number };
	/** Where in the file it begins, and the link of all that is before it. */
	from: number;
	link: string;
	/** Null where it does not come whole. */
	bytes: Promise<Buffer | null>;
};

/** Reads a whole file as its pieces come, and says what became of it. */
export type ReadFile = (file: {
	name: string;
	length: number;
	bytes: AsyncIterable<Uint8Array>;
}) => Promise<Answered>;

export type Arrivals = {
	/** Null where the piece did not come whole: nobody is there to be answered. */
	take(piece: Piece, read: ReadFile): Promise<PieceAnswer | null>;
	/** Whatever of a mapping is waited for. */
	of(mapping: string): ArrivingSeen | null;
	/** The mappings whose file has stopped, and how many bytes of it are here. */
	stopped(): ReadonlyMap<string, number>;
};

const GO_ON: PieceAnswer = { isOver: false };

const ELSEWHERE: PieceAnswer = {
	isOver: true,
	ok: false,
	says: ['This file is being sent from another window, or was given up: choose it again.']
};

export function arrivals(patience = { patienceMs: PATIENCE_MS, stoppedMs: STOPPED_MS }): Arrivals {
	const open = new Map<string, Arriving>();
	const begin = async ({ mapping, file }: Piece, read: ReadFile): Promise<Arriving> => {
		const before = open.get(mapping);
		if (before?.hasStopped()) await before.giveUp();
		const arriving = arrivingOf({ file, patience, read });
		// While one is still coming the new one is refused by the lock of its source, and is no arrival.
		if (!open.has(mapping)) {
			open.set(mapping, arriving);
			void arriving.ended.then(() => open.delete(mapping));
		}
		return arriving;
	};
	return {
		async take(piece, read) {
			const { mapping, from } = piece;
			if (from > 0) return open.get(mapping)?.take(piece) ?? ELSEWHERE;
			return (await begin(piece, read)).take(piece);
		},
		of: (mapping) => open.get(mapping)?.seen() ?? null,
		stopped() {
			const stopped = [...open].filter(([, one]) => one.hasStopped());
			return new Map(stopped.map(([mapping, one]) => [mapping, one.seen().at]));
		}
	};
}

type Arriving = {
	take(piece: Pick<Piece, 'from' | 'link' | 'bytes'>): Promise<PieceAnswer | null>;
	seen(): ArrivingSeen;
	hasStopped(): boolean;
	giveUp(): Promise<void>;
	/** Its reading is over, however. */
	ended: Promise<void>;
};

type Given = {
	file: { name: string; length: number };
	patience: { patienceMs: number; stoppedMs: number };
	read: ReadFile;
};

function arrivingOf({ file, patience, read }: Given): Arriving {
	// The next piece is asked for only when most of this one is read.
	const bytes = new PassThrough();
	bytes.on('error', () => undefined);
	const over = read({ ...file, bytes }).then((answered): PieceAnswer => ({
		isOver: true,
		...answered
	}));
	const giveUp = async () => {
		bytes.destroy(sentence('It stopped coming before its end. Nothing of it was taken.'));
		await ended;
	};
	const waiting = waitFor(patience, () => void giveUp());
	const ended = over.then(
		() => waiting.end(),
		() => waiting.end()
	);
	let at = 0;
	let link = '';
	const takeWhole = (piece: Buffer): Promise<PieceAnswer> => {
		at += piece.length;
		link = linked(link, piece);
		const isRead = bytes.write(piece) ? Promise.resolve() : once(bytes, 'drain');
		if (at < file.length) return Promise.race([over, isRead.then(() => GO_ON)]);
		bytes.end();
		return over;
	};
	return {
		async take({ from, link: before, bytes: coming }) {
			waiting.pause();
			try {
				const piece = await coming;
				if (piece === null) return null;
				return from === at && before === link ? await takeWhole(piece) : ELSEWHERE;
			} finally {
				waiting.goOn();
			}
		},
		seen: () => ({ at, link, length: file.length }),
		hasStopped: waiting.hasStopped,
		giveUp,
		ended
	};
}

/** Begins whenever nothing is coming any more. */
function waitFor({ patienceMs, stoppedMs }: Given['patience'], giveUp: () => void) {
	let coming = 0;
	let hasStopped = false;
	let hasEnded = false;
	let timers: NodeJS.Timeout[] = [];
	const rest = () => {
		for (const timer of timers) clearTimeout(timer);
		timers = [];
		hasStopped = false;
	};
	return {
		hasStopped: () => hasStopped,
		pause() {
			coming += 1;
			rest();
		},
		goOn() {
			coming -= 1;
			if (coming > 0 || hasEnded) return;
			timers = [
				setTimeout(() => (hasStopped = true), stoppedMs).unref(),
				setTimeout(giveUp, patienceMs).unref()
			];
		},
		end() {
			hasEnded = true;
			rest();
		}
	};
}

/** As the page links them: of the link so far and the digest of the piece, both written in hexadecimal. */
function linked(link: string, bytes: Buffer): string {
	const digest = createHash('sha256').update(bytes).digest('hex');
	return createHash('sha256')
		.update(link + digest)
		.digest('hex');
}
