/** What every bench is given, and what it does: prints its figures, and leaves nothing of its own behind. */

export type Say = (line: string) => void;

export type Asked = {
	/** Few turns on little data: whether it runs, not how fast. */
	isShort: boolean;
	/** On a Postgres of its own though a product runs. */
	isAlone: boolean;
	/** On a whole city's data, where the bench has a smaller set too. */
	isCity: boolean;
	say: Say;
};

export type Bench = (asked: Asked) => Promise<void>;
