/**
 * A file on its way to the server, piece by piece, each linked to those before it by its digest. One that stopped half
 * way, because its page was left or the network broke, goes on from what is there when the same file is chosen again:
 * what is there is asked first, and it is the same file only if its content is. Where the browser has no digests (a page
 * that is not secure) the file is sent as a whole.
 */
import { PIECE_BYTES, type ArrivingSeen, type PieceAnswer } from '#shared/officers/imports.ts';

type Place = { at: number; link: string };

const START: Place = { at: 0, link: '' };

export async function sendFile(
	file: File,
	mapping: string
): Promise<{ ok: boolean; says: readonly string[] }> {
	const where = `/imports/${mapping}`;
	const name = { 'x-file-name': encodeURIComponent(file.name) };
	if (file.size <= PIECE_BYTES || !globalThis.isSecureContext) {
		return answered(await fetch(where, { method: 'POST', body: file, headers: name }));
	}
	let place = await placeIn(file, `${where}/arriving`);
	for (;;) {
		const piece = await pieceAt(file, place.at);
		const response = await fetch(where, {
			method: 'POST',
			body: piece,
			headers: { ...name, 'content-range': rangeOf(file, place.at), 'x-file-link': place.link }
		});
		const answer = await answered<PieceAnswer>(response);
		if (answer.isOver) return answer;
		place = { at: place.at + piece.byteLength, link: await linked(place.link, piece) };
	}
}

/** Where to go on; its beginning where nothing is there, or something else. */
async function placeIn(file: File, where: string): Promise<Place> {
	const there = await answered<ArrivingSeen | null>(await fetch(where));
	if (there?.length !== file.size) return START;
	let place = START;
	while (place.at < there.at) {
		const piece = await pieceAt(file, place.at);
		place = { at: place.at + piece.byteLength, link: await linked(place.link, piece) };
	}
	return place.link === there.link ? place : START;
}

const pieceAt = (file: File, at: number) => file.slice(at, at + PIECE_BYTES).arrayBuffer();

function rangeOf({ size }: File, at: number): string {
	return `bytes ${at}-${Math.min(at + PIECE_BYTES, size) - 1}/${size}`;
}

async function linked(link: string, piece: ArrayBuffer): Promise<string> {
	return digest(new TextEncoder().encode(link + (await digest(piece))));
}

async function digest(bytes: BufferSource): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function answered<Answer = { ok: boolean; says: readonly string[] }>(
	response: Response
): Promise<Answer> {
	return (await response.json()) as Answer;
}
