/** One answer of several, as the choice parts show it. */
export type Choice = {
	value: string;
	label: string;
	hint?: string | undefined;
};
