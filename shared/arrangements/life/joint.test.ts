import { describe, expect, it } from 'vitest';
import { drawFrom, type Draw } from '../../../tests/plans/random.ts';
import { least, minus, most, NO_PENCE, pence, plus, type Pence } from '../../money/pence.ts';
import { mayAsk, roomOn, type JointDebt } from './joint.ts';

describe('what a plan may take of a joint debt', () => {
	it.each([
		['nobody before it', { balance: 300, left: 200, earlier: [] }, 200],
		['less is owed than it was to pay', { balance: 150, left: 200, earlier: [] }, 150],
		['room for both', { balance: 300, left: 300, earlier: [{ left: 300, short: 100 }] }, 200],
		['the other is ahead', { balance: 300, left: 300, earlier: [{ left: 300, short: -50 }] }, 300],
		[
			'the other asks for more than is its part of it',
			{ balance: 300, left: 300, earlier: [{ left: 80, short: 999 }] },
			220
		],
		[
			'the other asks for it all',
			{ balance: 300, left: 300, earlier: [{ left: 300, short: 500 }] },
			0
		],
		[
			'two before it',
			{
				balance: 300,
				left: 300,
				earlier: [
					{ left: 300, short: 100 },
					{ left: 300, short: 150 }
				]
			},
			50
		],
		['nothing is owed', { balance: 0, left: 0, earlier: [{ left: 0, short: 100 }] }, 0]
	])('%s', (_, debt, expected) => {
		expect(roomOn(debt as unknown as JointDebt)).toBe(expected);
	});

	it('is all that is left of the plan where no debt is joint', () => {
		expect(mayAsk(pence(500), [])).toBe(500);
	});

	it('leaves its own debts as they are', () => {
		const joint = {
			balance: pence(300),
			left: pence(300),
			earlier: [{ left: pence(300), short: pence(250) }]
		};
		expect(mayAsk(pence(700), [joint])).toBe(450);
	});
});

/** One person's plan for the joint debt and one of their own. */
type Game = {
	owedJoint: Pence;
	owedOwn: Pence;
	each: Pence;
	onJoint: Pence;
	onOwn: Pence;
	isLate: boolean;
};

type Table = { opening: Pence; balance: Pence; plans: Game[] };

const leftOn = ({ balance }: Table, plan: Game) =>
	least(minus(plan.owedJoint, plan.onJoint), balance);
const ownLeft = (plan: Game) => minus(plan.owedOwn, plan.onOwn);

/** Due by the day less what was paid. */
function shortBy(plan: Game, day: number): Pence {
	const due = least(pence(plan.each * day), plus(plan.owedJoint, plan.owedOwn));
	return minus(due, plus(plan.onJoint, plan.onOwn));
}

function jointOf(table: Table, plan: Game, day: number): JointDebt {
	const inOrder = [
		...table.plans.filter((one) => !one.isLate),
		...table.plans.filter((one) => one.isLate)
	];
	const earlier = inOrder
		.slice(0, inOrder.indexOf(plan))
		.map((one) => ({ left: leftOn(table, one), short: shortBy(one, day) }));
	return { balance: table.balance, left: leftOn(table, plan), earlier };
}

/** Everybody is asked in the morning and pays by the evening, in any order, some of it or all. */
function playDay(table: Table, day: number, share: () => number): void {
	const asked = table.plans.map((plan) => {
		const joint = jointOf(table, plan, day);
		const may = mayAsk(plus(joint.left, ownLeft(plan)), [joint]);
		return { plan, room: roomOn(joint), ask: most(least(shortBy(plan, day), may), NO_PENCE) };
	});
	for (const { plan, room, ask } of asked.toReversed()) {
		const paid = pence(Math.round((ask * share()) / 2));
		const onJoint = least(paid, room);
		const over = minus(paid, plus(onJoint, ownLeft(plan)));
		expect(over).toBeLessThanOrEqual(0);
		plan.onJoint = plus(plan.onJoint, onJoint);
		plan.onOwn = plus(plan.onOwn, minus(paid, onJoint));
		table.balance = minus(table.balance, onJoint);
		expect(table.balance).toBeGreaterThanOrEqual(0);
		plan.isLate = paid < ask;
	}
}

function tableFrom(draw: Draw): Table {
	const opening = pence(1 + draw(500));
	const plans = Array.from({ length: 2 + draw(2) }, () => ({
		owedJoint: opening,
		owedOwn: pence(draw(300)),
		each: pence(1 + draw(120)),
		onJoint: NO_PENCE,
		onOwn: NO_PENCE,
		isLate: false
	}));
	return { opening, balance: opening, plans };
}

describe('two or three people with a plan each for one joint debt', () => {
	it('together never pay more than is owed, whoever pays, and all is paid where all pay', () => {
		const draw = drawFrom(20_261_122);
		for (let game = 0; game < 300; game += 1) {
			const table = tableFrom(draw);
			for (let day = 1; day <= 12; day += 1) playDay(table, day, () => draw(3));
			for (let day = 13; day <= 40; day += 1) playDay(table, day + 800, () => 2);
			const together = plus(...table.plans.map(({ onJoint }) => onJoint));
			expect(together).toBe(table.opening);
			expect(table.plans.map(ownLeft)).toEqual(table.plans.map(() => 0));
		}
	});
});
