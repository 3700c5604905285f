/**
 * Plays a recording at whoever connects, as the switch it was recorded from would: at its own pace or a multiple of it,
 * in the pieces in which it was read. It begins when a client listens, and goes on like a switch whether or not the
 * client stays; whoever comes late is given the calls that are on and then the next whole event.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { stopwatch } from '../../clock.ts';
import { AmiServer, type Session } from '../ami/server.ts';
import { messageEnds, type Recording } from './recording.ts';

export class Player {
	readonly #server: AmiServer;
	readonly #speed: number;
	/** The first byte each client may be sent. */
	readonly #firstByte = new Map<Session, number>();
	#ends: readonly number[] = [];
	#sent = 0;
	#someoneListens: () => void = () => undefined;

	constructor({ speed }: { speed: number }) {
		this.#speed = speed;
		this.#server = new AmiServer({
			act: () => null,
			onListening: (session) => this.#admit(session),
			isBetween: () => this.#isBetween
		});
	}

	/** Resolves with the port it listens on. */
	listen(address: { host: string; port: number }): Promise<number> {
		return this.#server.listen(address);
	}

	close(): Promise<void> {
		return this.#server.close();
	}

	/** Several recordings are the connections of one: each ends, and the next begins with whoever comes back. */
	async play(
		recordings: readonly Recording[],
		begins: (lasts: { seconds: number }) => void = () => undefined
	): Promise<void> {
		for (const recording of recordings) {
			this.#ends = messageEnds(recording.bytes);
			this.#sent = 0;
			await this.#listener();
			begins({ seconds: Math.round(lengthMs(recording) / this.#speed / 1000) });
			await this.#playOne(recording);
			await Promise.all([...this.#server.sessions].map(hangUp));
		}
	}

	/** Somebody to play to, who may have come before we were ready. */
	async #listener(): Promise<void> {
		this.#firstByte.clear();
		const here = [...this.#server.sessions].filter((session) => session.isListening);
		for (const session of here) this.#firstByte.set(session, 0);
		if (here.length > 0) return;
		await new Promise<void>((resolve) => (this.#someoneListens = resolve));
	}

	/** No event is half sent: a switch's answer never stands in the middle of one. */
	get #isBetween(): boolean {
		return this.#sent === 0 || this.#ends.includes(this.#sent);
	}

	#admit(session: Session): void {
		const next = this.#ends.find((end) => end > this.#sent) ?? Infinity;
		this.#firstByte.set(session, this.#isBetween ? this.#sent : next);
		this.#someoneListens();
	}

	async #playOne({ bytes, pieces }: Recording): Promise<void> {
		const elapsedMs = stopwatch();
		const startMs = pieces[0]?.atMs ?? 0;
		for (const { atMs, from, to } of pieces) {
			const earlyMs = (atMs - startMs) / this.#speed - elapsedMs();
			if (earlyMs > 0) await wait(earlyMs);
			this.#sent = to;
			this.#server.heard(bytes.subarray(from, to));
			for (const session of this.#server.sessions) {
				const first = Math.max(from, this.#firstByte.get(session) ?? Infinity);
				if (first < to) session.socket.write(bytes.subarray(first, to));
			}
			if (this.#isBetween) this.#server.answerWaiting();
		}
	}
}

function lengthMs({ pieces }: Recording): number {
	return (pieces.at(-1)?.atMs ?? 0) - (pieces[0]?.atMs ?? 0);
}

/** Ends the connection once the client has had everything. */
function hangUp({ socket }: Session): Promise<void> {
	return new Promise((resolve) => {
		socket.once('close', () => resolve());
		socket.end();
	});
}
