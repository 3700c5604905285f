/** Every guide this build can run: a contact that began on an older version goes on with it. */
import type { Guide } from './guide.ts';
import { NORTHMERE_INBOUND } from './northmere-inbound.ts';

export const GUIDES: readonly Guide[] = [NORTHMERE_INBOUND];

/** What a new contact runs on. */
export const CURRENT_GUIDE = NORTHMERE_INBOUND;

/** The guide a contact names; the current one while it names none. */
export function guideNamed(named: { guide: string; version: number } | null): Guide {
	if (named === null) return CURRENT_GUIDE;
	const found = GUIDES.find(({ id, version }) => id === named.guide && version === named.version);
	if (!found) throw new Error(`This build has no guide ${named.guide}, version ${named.version}.`);
	return found;
}
