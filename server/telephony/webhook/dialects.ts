/** Which dialect of the tables a switch speaks, by the name its settings give. */
import type { DialectName } from '../../env-webhooks.ts';
import type { Dialect } from './dialect.ts';
import { own } from './dialects/own.ts';
import { connect } from './dialects/connect.ts';
import { genesys } from './dialects/genesys.ts';
import { pop } from './dialects/pop.ts';
import { twilio } from './dialects/twilio.ts';
import { zammad } from './dialects/zammad.ts';

const DIALECTS: Record<Exclude<DialectName, 'mapped'>, Dialect> = {
	fairline: own,
	zammad,
	twilio,
	connect,
	genesys,
	pop
};

export const dialectOf = (name: Exclude<DialectName, 'mapped'>): Dialect => DIALECTS[name];
