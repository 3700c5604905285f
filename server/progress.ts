/**
 * Tells a person at the terminal what is being waited for. Work that is over within two seconds is not worth a line.
 */
import { stopwatch } from './clock.ts';

export type Say = (line: string) => void;

export async function withProgress<Result>(
	{ say, what }: { say: Say; what: string },
	work: () => Promise<Result>
): Promise<Result> {
	const took = stopwatch();
	const seconds = () => Math.round(took() / 1000);
	let told = 0;
	const timer = setInterval(() => {
		told += 1;
		if (told === 1) say(`${what} …`);
		// After the first line, one every ten seconds.
		else if (told % 5 === 0) say(`${what} … ${seconds()} seconds`);
	}, 2000);
	try {
		return await work();
	} finally {
		clearInterval(timer);
		if (told > 0) say(`${what}: took ${seconds()} seconds.`);
	}
}
