/** What the server process tells the parent that started it. The parent only ever ends it. */
export type FromServer =
	/** Something takes long, or a person must read it. */
	| { kind: 'said'; line: string }
	/** It is there: where, and what else the person should know. */
	| { kind: 'listening'; lines: readonly string[] }
	/** It cannot run until a person does something: starting it again would change nothing. */
	| { kind: 'refused'; because: readonly string[] };
