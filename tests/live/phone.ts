/**
 * An officer's telephone: baresip, registered with Kamailio, which rings and is answered, held and hung up by commands
 * over its ctrl_tcp. Hold has an answer and no event. Its loopback interface must be named by an address, and its tone
 * must be of 8 kHz, or it answers without a sound.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { netstring, NetstringParser } from '#server/telephony/kamailio/netstring.ts';
import { startChild } from './child.ts';
import { connected, freePort } from './ports.ts';

const HOST = '127.0.20.11';

export type Phone = {
	press: (command: 'accept' | 'hangup' | 'hold' | 'resume') => void;
	/** How often it has said this so far: CALL_INCOMING, CALL_ESTABLISHED, CALL_CLOSED. */
	times: (type: string) => number;
	said: () => string;
	stop: () => Promise<void>;
};

const said = z.object({ type: z.string().default(''), data: z.string().default('') });

export async function startPhone({
	folder,
	extension,
	registrar
}: {
	folder: string;
	extension: string;
	registrar: string;
}): Promise<Phone> {
	const [sip, control, media] = [await freePort(), await freePort(), await freePort(10)];
	mkdirSync(folder, { recursive: true });
	const tone = join(folder, 'tone.wav');
	writeFileSync(tone, silence());
	writeFileSync(
		join(folder, 'accounts'),
		`<sip:${extension}@${registrar};transport=udp>;auth_pass=none;regint=600;answermode=manual\n`
	);
	writeFileSync(join(folder, 'config'), configOf({ sip, control, media, tone, folder }));
	const child = startChild('baresip', ['-f', folder]);
	const socket = await connected({ host: HOST, port: control });
	const types: string[] = [];
	let registered = '';
	const parser = new NetstringParser({
		text(text) {
			const { type, data } = said.parse(JSON.parse(text));
			types.push(type);
			registered += data;
		},
		dropped: () => types.push('TOO_LONG'),
		broken: () => types.push('BROKEN')
	});
	socket.on('data', (bytes) => parser.push(bytes));
	socket.on('error', () => socket.destroy());
	const say = (command: string) => {
		socket.write(netstring(JSON.stringify({ command, token: command })));
	};
	for (let tries = 100; !registered.includes('OK') && tries > 0; tries -= 1) {
		say('reginfo');
		await pause(50);
	}
	return {
		press: say,
		times: (type) => types.filter((each) => each === type).length,
		said: child.said,
		async stop() {
			socket.destroy();
			await child.stop();
		}
	};
}

function configOf(at: {
	sip: number;
	control: number;
	media: number;
	tone: string;
	folder: string;
}): string {
	return [
		`sip_listen ${HOST}:${at.sip}`,
		`net_interface ${HOST}`,
		'call_max_calls 4',
		`audio_player aufile,${join(at.folder, 'heard.wav')}`,
		`audio_source aufile,${at.tone}`,
		`audio_alert aufile,${at.tone}`,
		'audio_level no',
		'module_path /usr/lib/baresip/modules',
		'module g711.so',
		'module aufile.so',
		'module_tmp account.so',
		'module_app ctrl_tcp.so',
		'module_app menu.so',
		`ctrl_tcp_listen ${HOST}:${at.control}`,
		`rtp_ports ${at.media}-${at.media + 10}`,
		''
	].join('\n');
}

/** Ten seconds of it, as a WAV file of 8 kHz, 16 bits and one channel. */
function silence(): Buffer {
	const [rate, seconds] = [8_000, 10];
	const size = rate * seconds * 2;
	const head = Buffer.alloc(44);
	head.write('RIFF', 0);
	head.writeUInt32LE(36 + size, 4);
	head.write('WAVEfmt ', 8);
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(rate * 2, 28);
	head.writeUInt16LE(2, 32);
	head.writeUInt16LE(16, 34);
	head.write('data', 36);
	head.writeUInt32LE(size, 40);
	return Buffer.concat([head, Buffer.alloc(size)]);
}
