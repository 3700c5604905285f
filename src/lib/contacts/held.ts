/**
 * What this browser holds of the server's state, by id. A newer version wins, whatever the order of arrival; what has
 * no version to compare cannot be held.
 */
export type Versioned = { version: number };

export type Held<Item extends Versioned> = Readonly<Record<string, Item>>;

/** The held items with this one in its place, or as they were when the one held is newer. */
export function taken<Item extends Versioned>(
	held: Held<Item>,
	id: string,
	item: Item
): Held<Item> {
	const before = held[id];
	return before && before.version > item.version ? held : { ...held, [id]: item };
}

/** The held items with only the ids named. */
export function keptOnly<Item extends Versioned>(
	held: Held<Item>,
	ids: readonly string[]
): Held<Item> {
	return Object.fromEntries(Object.entries(held).filter(([id]) => ids.includes(id)));
}

/** What the server says we should hold and we do not, or hold an older version of. */
export function lacking<Item extends Versioned>(
	held: Held<Item>,
	told: Readonly<Record<string, number>>
): string[] {
	return Object.entries(told)
		.filter(([id, version]) => (held[id]?.version ?? 0) < version)
		.map(([id]) => id);
}
