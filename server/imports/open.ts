/** Imports of the running product: their own connections, so that a long file takes none of anybody else's. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AcceptRefusal, ImportsSeen } from '../../shared/officers/imports.ts';
import { sentenceOf } from '../sentence.ts';
import { acceptDifference, refuseExtract } from './accept.ts';
import type { ImportNeeds } from './needs.ts';
import type { Published } from './publishing/publish.ts';
import { receiver } from './receive.ts';
import { seeImports } from './see-imports.ts';

type Asked = { importId: string; by: string };
type Refused = { ok: false; because: AcceptRefusal | 'busy' };

export type Imports = {
	see(): Promise<ImportsSeen>;
	accept(asked: Asked & { because: string }): Promise<{ ok: true } | Refused>;
	refuse(asked: Asked): Promise<{ ok: true } | Refused>;
	/** Answers a request of the imports' own route; false where it is for somebody else. */
	answer(request: IncomingMessage, response: ServerResponse): boolean;
};

export function openImports(needs: ImportNeeds): Imports {
	const { url, clock, dataDir, database } = needs;
	const tell = async ({ contactIds }: Published) => {
		for (const contactId of contactIds) await needs.show(contactId);
	};
	return {
		see: () => seeImports(database.sql, { clock, dataDir }),
		async accept(asked) {
			try {
				const accepted = await acceptDifference({ url, clock, dataDir }, asked);
				if (!accepted.ok) return accepted;
				await tell(accepted.published);
				return { ok: true };
			} catch (error) {
				// Another extract of the source is being taken: the one sentence this throws.
				if (sentenceOf(error) === null) throw error;
				return { ok: false, because: 'busy' };
			}
		},
		refuse: (asked) => refuseExtract({ url }, asked),
		answer: receiver({ ...needs, tell })
	};
}
