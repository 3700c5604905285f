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

/** The held items named, and what was heard after the names were written down. */
export function keptOnly<Item extends Versioned>(
	held: Held<Item>,
	named: { ids: readonly string[]; isHeardSince: (item: Item, id: string) => boolean }
): Held<Item> {
	return Object.fromEntries(
		Object.entries(held).filter(
			([id, item]) => named.ids.includes(id) || named.isHeardSince(item, id)
		)
	);
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
