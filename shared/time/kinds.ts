/** A calendar date and a moment are both text that sorts, and each is a kind of its own so that neither passes for the other. */

declare const kind: unique symbol;

/** A calendar date, `2026-11-19`. */
export type Day = string & { readonly [kind]: 'day' };

/** A moment, `2026-11-19T10:00:00.000Z`. */
export type Instant = string & { readonly [kind]: 'instant' };
