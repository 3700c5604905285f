/**
 * The key of a press that writes. A press that was not answered is the same press when it is made again, so that the
 * server does it once; one about anything else, or after an answer, is another.
 */
export type Press = {
	/** `about`: everything that the server is asked for. */
	keyFor: (...about: readonly unknown[]) => string;
	answered: () => void;
};

export function newPress(): Press {
	let last: { about: string; key: string } | null = null;
	return {
		keyFor(...about) {
			const text = JSON.stringify(about);
			if (last?.about !== text) last = { about: text, key: crypto.randomUUID() };
			return last.key;
		},
		answered() {
			last = null;
		}
	};
}
