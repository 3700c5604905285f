/**
 * The server is killed at ten moments of Kelly's call and started again, while the telephone and the database go on:
 * three of them while the agreement is being committed, two or more while something is half typed. Each time the
 * officer's screen comes back by itself to what it says in the call that nobody interrupted, and what is written is
 * the same.
 */
import { randomInt } from 'node:crypto';
import { test } from './journey.ts';
import { deathsFrom, type Death } from './kill-draw.ts';
import { killed, openCall, untouched, type Call, type Run } from './killing.ts';

// A browser notes every answer that does not come; nothing else may stand in its console.
test.use({ expectedComplaint: /net::ERR_|WebSocket connection to/ });
test.describe.configure({ mode: 'serial', timeout: 300_000 });

/** The same ten again: KILL_SEED=12345. At every moment there is: KILL_EVERY=1. */
const SEED = Number(process.env['KILL_SEED'] ?? randomInt(1, 1_000_000));
const DEATHS = deathsFrom(SEED, process.env['KILL_EVERY'] === '1');
let other: Run = {};

test('Kelly’s call is walked with nobody in its way', async ({ browser, watch }) => {
	console.log(`KILL_SEED=${SEED}`);
	await withCall({ browser, watch }, async (call) => {
		other = await untouched(call);
	});
});

for (const index of DEATHS.keys()) {
	test(`call ${index + 1} comes to the same with the server killed in it`, async ({
		browser,
		watch
	}) => {
		const deaths = DEATHS[index] ?? [];
		console.log(`killed when ${deaths.map(sayDeath).join(', ')}`);
		await withCall({ browser, watch }, (call) => killed(call, deaths, other));
	});
}

async function withCall(
	needs: Parameters<typeof openCall>[0],
	work: (call: Call) => Promise<void>
): Promise<void> {
	const call = await openCall(needs);
	try {
		await work(call);
	} finally {
		await call.close();
	}
}

function sayDeath({ moment, withBrowser }: Death): string {
	return withBrowser ? `${moment} (and the browser with it)` : moment;
}
