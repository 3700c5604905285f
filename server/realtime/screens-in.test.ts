import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Notice, NoticeListener, Notices } from './notices.ts';
import { screensIn, type ScreensIn } from './screens-in.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One database between several processes; one that was cut off tells and hears nothing more. */
function processes() {
	const all: { listeners: NoticeListener[]; isUp: boolean }[] = [];
	return () => {
		const us = { listeners: [] as NoticeListener[], isUp: true };
		all.push(us);
		const notices: Notices = {
			tell(notice: Notice) {
				for (const other of us.isUp ? all : [])
					if (other !== us && other.isUp)
						for (const listener of other.listeners) listener.heard(notice);
			},
			listen: (listener) => void us.listeners.push(listener)
		};
		const screens = screensIn(notices);
		const turns: string[] = [];
		screens.onTurn((officerId, isIn) => turns.push(`${officerId} ${isIn ? 'in' : 'out'}`));
		return { screens, turns, die: () => void (us.isUp = false) };
	};
}

const inAt = (...screens: ScreensIn[]) => screens.map((one) => one.everybody().toSorted());

it('whoever has a screen at one process is in at every other, one that comes later too', () => {
	const start = processes();
	const [one, other] = [start(), start()];
	one.screens.here('priya', 1);
	one.screens.here('priya', 2);
	other.screens.here('ruth', 1);
	const late = start();
	const both = ['priya', 'ruth'];
	expect(inAt(one.screens, other.screens, late.screens)).toEqual([both, both, both]);
	expect(other.turns).toEqual(['priya in', 'ruth in']);
	one.screens.here('priya', 1);
	expect(other.screens.isIn('priya')).toBe(true);
	one.screens.here('priya', 0);
	expect(inAt(one.screens, other.screens, late.screens)).toEqual([['ruth'], ['ruth'], ['ruth']]);
	expect(other.turns).toEqual(['priya in', 'ruth in', 'priya out']);
});

it('somebody with a screen at two processes is out when the last has gone', () => {
	const start = processes();
	const [one, other] = [start(), start()];
	one.screens.here('priya', 1);
	other.screens.here('priya', 1);
	one.screens.here('priya', 0);
	expect(inAt(one.screens, other.screens)).toEqual([['priya'], ['priya']]);
	other.screens.here('priya', 0);
	expect(one.turns).toEqual(['priya in', 'priya out']);
});

it('what a process had open that died is forgotten some seconds later, and not sooner', () => {
	const start = processes();
	const [one, other] = [start(), start()];
	for (let at = 0; at < 250; at += 1) one.screens.here(`officer-${at}`, 1);
	vi.advanceTimersByTime(60_000);
	expect(other.screens.everybody()).toHaveLength(250);
	one.die();
	vi.advanceTimersByTime(4_000);
	expect(other.screens.everybody()).toHaveLength(250);
	vi.advanceTimersByTime(6_000);
	expect(other.screens.everybody()).toEqual([]);
});
