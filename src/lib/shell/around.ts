/** What any page may carry for what surrounds it. A page without an officer has no top bar. */
import type { Officer } from '#shared/officers/roles.ts';
import type { Instant } from '#shared/time/day.ts';

export type Around = {
	officer?: Officer;
	/** The server's time when the page was made. */
	at?: Instant;
	/** The council's own name. */
	council?: string;
	/** The dark board, read from across a room. */
	wall?: boolean;
};
