/**
 * What hearing a switch costs: in this process alone, through the whole product, and what fifty calls a second to two
 * hundred officers wait.
 */
import type { Asked } from '../bench.ts';
import { benchInProcess } from './in-process.ts';
import { benchLoad } from './load.ts';

export async function benchTelephony(asked: Asked): Promise<void> {
	await benchInProcess(asked);
	await benchLoad(asked);
}
