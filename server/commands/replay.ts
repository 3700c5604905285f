/**
 * `npm run replay -- FILE [FILE2 ...] [--speed N]` plays a recording of a switch at the running product, which hears it
 * where ASTERISK_HOST and ASTERISK_PORT say. Several files are the connections of one recording. With `--json` nothing
 * is served: what the recording came to is worked out here and printed as one document.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { envOfProcess } from '../env.ts';
import { codeOf, sentence } from '../sentence.ts';
import { documentOf } from '../telephony/replay/document.ts';
import { Player } from '../telephony/replay/play.ts';
import { asOfNow, readRecording, type Recording } from '../telephony/replay/recording.ts';
import { command } from './command.ts';

const USAGE =
	'Usage: npm run replay -- FILE.ami [FILE.conn2.ami ...] [--speed N] or --json [--trusted-trunk]';

await command(() => run(argumentsOf()));

type Arguments = { files: string[]; speed: number; isJson: boolean; isTrustedTrunk: boolean };

function argumentsOf(): Arguments {
	const { values, positionals } = parsed();
	const speed = Number(values.speed ?? '1');
	if (positionals.length === 0) throw sentence(USAGE);
	if (!(speed > 0)) throw sentence('--speed must be a number above nothing, such as 20.');
	for (const file of positionals) {
		if (!existsSync(file)) throw sentence(`There is no file ${file}.`);
	}
	return {
		files: positionals,
		speed,
		isJson: values.json ?? false,
		isTrustedTrunk: values['trusted-trunk'] ?? false
	};
}

function parsed() {
	try {
		return parseArgs({
			allowPositionals: true,
			options: {
				speed: { type: 'string' },
				json: { type: 'boolean' },
				'trusted-trunk': { type: 'boolean' }
			}
		});
	} catch (error) {
		throw sentence(USAGE, error);
	}
}

async function run({ files, speed, isJson, isTrustedTrunk }: Arguments): Promise<void> {
	const recordings = files.map(read);
	if (!recordings.some(isOfSwitch)) {
		throw sentence(
			`${files.join(' and ')}: no message of a switch is in it, so it is no recording.`
		);
	}
	if (isJson) {
		const connections = recordings.map(({ bytes }) => ({ pieces: [bytes] }));
		const document = documentOf(connections, { isTrustedTrunk });
		process.stdout.write(`${JSON.stringify(document, null, '\t')}\n`);
		return;
	}
	const address = switchAddress();
	const player = new Player({ speed });
	await listen(player, address);
	say(`Waiting for the product to connect to ${address.host}:${address.port} …`);
	await player.play(asOfNow(recordings, systemClock.now()), ({ seconds }) =>
		say(`Playing for ${seconds} seconds …`)
	);
	await player.close();
	say('Played to the end.');
}

function read(file: string): Recording {
	try {
		return readRecording(file);
	} catch (error) {
		throw sentence(`${file} cannot be read: give the file of a recording, NAME.ami.`, error);
	}
}

/** A manager interface says at least who it is, or one event. */
function isOfSwitch({ skipped, bytes }: Recording): boolean {
	return skipped > 0 || /^(?:Event|Response): /im.test(bytes.toString('latin1'));
}

function switchAddress(): { host: string; port: number } {
	const read = envOfProcess();
	if (!read.ok) throw sentence(read.because.join('\n'));
	const { switches } = read.env;
	const asterisk = switches.find((each) => each.kind === 'asterisk');
	return { host: asterisk?.host ?? '127.0.0.1', port: asterisk?.port ?? 5038 };
}

async function listen(player: Player, address: { host: string; port: number }): Promise<void> {
	const { host, port } = address;
	try {
		await player.listen(address);
	} catch (error) {
		if (codeOf(error) === 'EADDRINUSE') {
			const other = 'stop what listens there, or set ASTERISK_PORT to another port';
			throw sentence(`Port ${port} on ${host} is taken: ${other}.`, error);
		}
		throw sentence(`Cannot listen on ${host}:${port}: set ASTERISK_HOST to this machine.`, error);
	}
}

function say(line: string): void {
	process.stderr.write(`${line}\n`);
}
