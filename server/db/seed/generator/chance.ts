/** Chance that comes out the same every time: mulberry32, thirty-two bits of state, from a seed written in the code. */

export type Chance = {
	/** At least 0 and below 1. */
	fraction(): number;
	/** A whole number from `least` to `most`, both possible. */
	whole(least: number, most: number): number;
	happens(likelihood: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
	/** One of the pairs, by its weight. */
	weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
	/** Skewed to the small: the middle value is `middle`, `spread` is the deviation of its logarithm. */
	skewed(middle: number, spread: number): number;
};

export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	const fraction = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const whole = (least: number, most: number) =>
		least + Math.floor(fraction() * (most - least + 1));
	return {
		fraction,
		whole,
		happens: (likelihood) => fraction() < likelihood,
		pick: (items) => itemAt(items, whole(0, items.length - 1)),
		weighted(items) {
			let rest = fraction() * items.reduce((sum, [, weight]) => sum + weight, 0);
			const found = items.find(([, weight]) => (rest -= weight) < 0);
			return (found ?? itemAt(items, items.length - 1))[0];
		},
		skewed: (middle, spread) => Math.round(middle * Math.exp(spread * normal(fraction)))
	};
}

/** Box and Muller's way from two even chances to a normal one. */
function normal(fraction: () => number): number {
	const radius = Math.sqrt(-2 * Math.log(1 - fraction()));
	return radius * Math.cos(2 * Math.PI * fraction());
}

function itemAt<Item>(items: readonly Item[], at: number): Item {
	const item = items[at];
	if (item === undefined) throw new RangeError('There is nothing to choose from.');
	return item;
}
