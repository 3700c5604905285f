/**
 * Which stream and stage a generated debt has. Every rung of every ladder is occupied first; after that most debts
 * stand low on their ladders and few near the top, as they do.
 */
import { ladderOf } from '../../../../shared/debts/ladder/ladder-codes.ts';
import { stagesOf } from '../../../../shared/debts/ladder/ladders.ts';
import { STREAMS, type Stream } from '../../../../shared/debts/streams.ts';
import type { Chance } from './chance.ts';

export type RungOf = {
	stream: Stream;
	stage: string;
	/** The first to stand there. */
	isFirst?: true;
};

type Owner = 'person' | 'organisation';

const STREAM_WEIGHTS: Record<Owner, readonly (readonly [Stream, number])[]> = {
	person: [
		['council-tax', 50],
		['overpayment', 13],
		['invoice', 10],
		['parking', 13],
		['rent', 7],
		['former-tenant', 4],
		['care', 3]
	],
	organisation: [
		['business-rates', 55],
		['bid', 15],
		['invoice', 25],
		['parking', 5]
	]
};

/** Stages that are not here weigh one. */
const STAGE_WEIGHTS: Partial<Record<Stream, Record<string, number>>> = {
	'council-tax': {
		DEMAND: 22,
		REMINDER_1: 16,
		REMINDER_2: 5,
		FULL_BALANCE_DUE: 5,
		FINAL_NOTICE: 5,
		SUMMONS: 6,
		LIABILITY_ORDER: 20,
		AEO: 6,
		BENEFIT_DEDUCTION: 7,
		ENFORCEMENT_AGENT: 8
	},
	'business-rates': { DEMAND: 8, FURTHER_NOTICE: 6, SUMMONS: 2, LIABILITY_ORDER: 3 },
	overpayment: { INVOICE: 9, HB_DEDUCTION: 3, DWP_BENEFIT: 4, DEA: 2 },
	invoice: { INVOICE: 9, REMINDER: 6, LETTER_OF_CLAIM: 2 },
	care: { INVOICE: 4 },
	rent: { MISSED: 7, CONTACT: 5 },
	'former-tenant': { FTA_LETTER: 4 },
	parking: { PCN: 8, NTO: 6, CHARGE_CERTIFICATE: 4, ORDER_FOR_RECOVERY: 2, WARRANT: 2 }
};

const AFTER_A_TENANCY = new Set(['TENANCY_ENDED', 'FTA_LETTER']);

function rungsOf(stream: Stream): readonly string[] {
	const stages = stagesOf(ladderOf(stream));
	if (stream === 'rent') return stages.filter((stage) => !AFTER_A_TENANCY.has(stage));
	return stream === 'former-tenant' ? stages.filter((stage) => AFTER_A_TENANCY.has(stage)) : stages;
}

/** Who the rung is for: most of its steps are for anybody, and Housing Benefit for few (domain 1.3). */
export type RungFor = { mayHaveHousingBenefit: boolean };

/** Draws rungs for one kind of owner: each that has nobody yet first, then by weight. */
export function rungsFor(owner: Owner, chance: Chance): (who: RungFor) => RungOf {
	const streams = STREAM_WEIGHTS[owner];
	const ladders = new Map(
		streams.map(([stream]) => [stream, rungsOf(stream).map(weighed(stream))] as const)
	);
	const empty = STREAMS.flatMap((stream) =>
		(ladders.get(stream) ?? []).map(([stage]) => ({ stream, stage }))
	);
	return (who) => {
		const at = empty.findLastIndex((rung) => isFor(rung, who));
		const [first] = at === -1 ? [] : empty.splice(at, 1);
		if (first) return { ...first, isFirst: true };
		const stream = chance.weighted(streams);
		const rung = { stream, stage: chance.weighted(ladders.get(stream) ?? []) };
		return isFor(rung, who) ? rung : { ...rung, stage: 'DWP_BENEFIT' };
	};
}

function weighed(stream: Stream): (stage: string) => readonly [string, number] {
	const weights = STAGE_WEIGHTS[stream] ?? {};
	return (stage) => [stage, weights[stage] ?? 1];
}

function isFor({ stage }: RungOf, { mayHaveHousingBenefit }: RungFor): boolean {
	return stage !== 'HB_DEDUCTION' || mayHaveHousingBenefit;
}
