import { describe, expect, it } from 'vitest';
import { samplePolicy } from '../../law/northmere/policy.ts';
import { pence } from '../../money/pence.ts';
import type { Role } from '../../officers/roles.ts';
import { day } from '../../time/day.ts';
import { DONE, didsFor } from '../advices/advice-closing.ts';
import type { ToDo } from '../bank-codes.ts';
import { checkRefund, mayApprove, wayBack } from './refunds.ts';

const WHY = 'They paid us by mistake.';

describe('asking for money back', () => {
	it.each([
		['all there is', 50_00, 50_00, WHY, 'ok'],
		['part of it', 1, 50_00, WHY, 'ok'],
		['a penny more', 50_01, 50_00, WHY, 'more-than-there-is'],
		['nothing there', 1, 0, WHY, 'nothing-to-refund'],
		['an account that owes', 1, -5_00, WHY, 'nothing-to-refund'],
		['no reason', 1, 50_00, '         ', 'no-reason'],
		['a card’s number', 1, 50_00, 'back to 4111 1111 1111 1111', 'card-number']
	])('of %s', (_what, amount, there, because, expected) => {
		const checked = checkRefund(pence(amount), { there: pence(there), because });
		expect(checked.ok ? 'ok' : checked.because).toBe(expected);
	});

	it.each([
		['card', 'to-the-card'],
		['bank-transfer', 'to-their-account'],
		['direct-debit', 'to-their-account'],
		['cash', 'by-the-paying-system'],
		['cheque', 'by-the-paying-system'],
		[null, 'by-the-paying-system']
	] as const)('goes back the way it came: %s', (channel, way) => {
		expect(wayBack(channel)).toBe(way);
	});
});

describe('approving it, policy RF', () => {
	const { most } = samplePolicy(day('2026-11-19')).RF.value;
	it.each([
		['officer', 1, 'leader'],
		['leader', 1000_00, 'ok'],
		['leader', 1000_01, 'manager'],
		['manager', 10_000_00, 'ok'],
		['manager', 10_000_01, 'section-151'],
		['administrator', 1, 'leader']
	] as const)('a %s with %i pence: %s', (role: Role, amount, expected) => {
		const asked = { askedBy: 'somebody', amount: pence(amount), most };
		const may = mayApprove({ officerId: 'me', role }, asked);
		expect(may.ok ? 'ok' : 'ask' in may && may.ask).toBe(expected);
	});

	it('is never by whoever asked', () => {
		const asked = { askedBy: 'me', amount: pence(1), most };
		expect(mayApprove({ officerId: 'me', role: 'manager' }, asked)).toEqual({
			ok: false,
			because: 'own-request'
		});
	});
});

describe('an advice', () => {
	const ASKED: readonly ToDo[] = [
		...(['retry', 'bereavement', 'whose', 'direct-debit-lost', 'arrangement-at-risk'] as const),
		...(['update-details', 'look', 'no-such-payment', 'no-such-account'] as const)
	];
	it.each(ASKED)('that asks for %s is closed by something a person did', (toDo) => {
		const dids = didsFor(toDo);
		expect(dids.length).toBeGreaterThan(0);
		expect(dids.every((did) => did in DONE)).toBe(true);
		expect(dids).not.toContain('in-force-again');
	});
});
