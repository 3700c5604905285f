import { describe, expect, it } from 'vitest';
import { citationOf } from '../../law/rule.ts';
import { ladderOf, type LadderCode } from './ladder-codes.ts';
import { stagesOf, transition, TRANSITIONS } from './ladders.ts';
import { PLAIN } from './ladder-words.ts';
import { RUNGS } from './rungs.ts';
import { STAGES, stageWords } from './stages.ts';
import { STREAMS } from '../streams.ts';
import { unconfirmedRules } from '../unconfirmed.ts';

const CODES = [...TRANSITIONS.keys()];

describe('the ladders', () => {
	it('have a ladder for every stream', () => {
		for (const stream of STREAMS) expect(CODES).toContain(ladderOf(stream));
	});

	it.each(CODES)(
		'have words for every stage of %s and no words for any other',
		(code: LadderCode) => {
			expect(Object.keys(STAGES[code]).sort()).toEqual([...stagesOf(code)].sort());
		}
	);

	it.each(CODES)('know the law behind every next step of %s', (code: LadderCode) => {
		for (const [from, rung] of Object.entries(RUNGS[code])) {
			const rows = rung.rows ?? [{ from, to: rung.to }];
			for (const row of rows) expect(citationOf(transition(code, row))).not.toBe('');
		}
	});

	it('call a row that is only remembered unconfirmed, even where part of it was read', () => {
		expect(transition('CT', { from: 'LIABILITY_ORDER', to: 'INFO_REQUEST' }).confidence).toBe(
			'unconfirmed'
		);
		expect(transition('CT', { from: 'FINAL_NOTICE', to: 'SUMMONS' }).confidence).toBe('partly');
		expect(transition('CT', { from: 'DEMAND', to: 'REMINDER_1' }).confidence).toBe('confirmed');
	});

	it('say no step that is on no ladder', () => {
		for (const key of Object.keys(PLAIN)) {
			const [code, from = '', to = ''] = key.split(' ');
			expect(transition(code as LadderCode, { from, to }).plain).toBe(PLAIN[key]);
		}
		for (const rule of unconfirmedRules()) expect(rule.plain).toMatch(/^[A-Z].*\.$/);
	});

	it('refuse a rung that no law knows', () => {
		expect(() => transition('CT', { from: 'DEMAND', to: 'BANKRUPTCY' })).toThrow();
		expect(() => stageWords({ stream: 'parking', stage: 'AEO' })).toThrow();
	});
});
