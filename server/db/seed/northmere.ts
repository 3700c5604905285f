/** Everyone of Northmere on one day: the twelve demo customers, the background set, the recordings' callers, the city. */
import { callersOfTheRecordings } from './background/callers.ts';
import { edges } from './background/edges.ts';
import { moratoriums } from './background/moratoriums.ts';
import { refuge } from './background/refuge.ts';
import { cityOf, SEED } from './generator/city.ts';
import type { Scenario } from './scenario.ts';
import { amaraSesay } from './scenarios/amara-sesay.ts';
import { darrenPike } from './scenarios/darren-pike.ts';
import { garethPellow } from './scenarios/gareth-pellow.ts';
import { graceOkafor } from './scenarios/grace-okafor.ts';
import { jeanAndRonaldTully } from './scenarios/jean-and-ronald-tully.ts';
import { kellyAndDeanAshworth } from './scenarios/kelly-ashworth.ts';
import { leonVarga } from './scenarios/leon-varga.ts';
import { margaretDoyle } from './scenarios/margaret-doyle.ts';
import { samiraHaddad } from './scenarios/samira-haddad.ts';
import { stefanNowak } from './scenarios/stefan-nowak.ts';
import { zhangLiwen } from './scenarios/zhang-liwen.ts';
import type { Timeline } from './timeline.ts';

/** Those a person remembers by name. */
export function namedScenarios(time: Timeline): readonly Scenario[] {
	return [
		kellyAndDeanAshworth(time),
		garethPellow(time),
		amaraSesay(time),
		jeanAndRonaldTully(time),
		samiraHaddad(time),
		leonVarga(time),
		zhangLiwen(time),
		stefanNowak(time),
		margaretDoyle(time),
		graceOkafor(time),
		darrenPike(time),
		...moratoriums(time),
		...edges(time),
		refuge(time),
		callersOfTheRecordings(time)
	];
}

/** How many usual homes the city has beside those named, and the number that it all comes from. */
export type Size = { households: number; seed?: number };

/** One scenario after another: a whole city is too much to hold. */
export function* northmereOn(
	time: Timeline,
	{ households, seed = SEED }: Size
): Generator<Scenario> {
	const named = namedScenarios(time);
	yield* named;
	const taken = named.flatMap((scenario) => scenario.customers);
	yield* cityOf(time, { households, seed, taken });
}
