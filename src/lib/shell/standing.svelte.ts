/**
 * What the top bar shows that no page's data can: how the socket stands, the officer's own presence, and what
 * the search does. Set by those who know (the live connection, a page); read by the layout.
 */
import type { Presence } from '#shared/monitoring/tile.ts';
import type { Link } from './link.ts';

class Standing {
	link = $state<Link>('live');
	/** Null for those whom no call reaches; their role is shown instead. */
	presence = $state<Presence | null>(null);
	/** Absent until a page offers the search. */
	find = $state<(() => void) | undefined>();
}

export const standing = new Standing();
