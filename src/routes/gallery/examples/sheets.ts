/** Sheets of parts, beside the whole screens. */
export const SHEETS = ['parts', 'forms', 'states', 'wall'] as const;

export type SheetName = (typeof SHEETS)[number];

export function isSheet(name: string): name is SheetName {
	return (SHEETS as readonly string[]).includes(name);
}
