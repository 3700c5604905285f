/** What a switch is made of, as the environment names it: one way in for each, whatever it is. */
import type { CallVerb } from '#shared/calls/events.ts';
import type { Clock } from '../clock.ts';
import type { RawSql } from '../db/client.ts';
import type { SwitchSettings } from '../env-switches.ts';
import type { Log } from '../log.ts';
import { PACE } from './ami/client.ts';
import { AmiSwitch } from './ami/switch.ts';
import { KamailioSwitch } from './kamailio/switch.ts';
import type { Switch } from './port.ts';
import { SimulatedSwitch } from './simulator/switch.ts';
import { WebhookSwitch } from './webhook/switch.ts';

type Asterisk = Extract<SwitchSettings, { kind: 'asterisk' }>;

/**
 * What a manager user with the classes `call`, `agent` and `originate` may do. Answering and holding are done on the
 * telephone, and the screen follows.
 */
const LEAST_PRIVILEGE: readonly CallVerb[] = [
	'transfer',
	'cancelTransfer',
	'park',
	'pauseRecording',
	'resumeRecording',
	'hangUp',
	'ready',
	'pause'
];

/** Where the deployment says in which context an officer's telephone dials. */
const DIALLING: readonly CallVerb[] = ['unpark', 'originate'];

/** A demo's Asterisk is a recording that may be played at any moment: it is looked for often. */
const DEMO_PACE = { ...PACE, lastRetryMs: 2_000 };

/** A new one, that has not heard anything. */
export function newSwitch(
	settings: SwitchSettings,
	parts: {
		clock: Clock;
		log: Log;
		/** Where what switches post to us is kept until it is heard. */
		sql: RawSql;
	}
): Switch {
	switch (settings.kind) {
		case 'simulator':
			return new SimulatedSwitch(parts);
		case 'webhook':
			return new WebhookSwitch({ ...parts, settings });
		case 'asterisk':
			return asterisk(settings, parts);
		case 'kamailio': {
			const { name, host, port } = settings;
			return new KamailioSwitch({ ...parts, source: name, address: { host, port } });
		}
	}
}

function asterisk(settings: Asterisk, parts: { clock: Clock; log: Log }): Switch {
	const { name, host, port, username, secret, tls, trustedTrunk, quietWhenAbsent } = settings;
	const { dialContext, presents, threeWay } = settings;
	return new AmiSwitch({
		...parts,
		source: name,
		address: { host, port, username, secret, isTls: tls },
		isTrustedTrunk: trustedTrunk,
		verbs: [
			...LEAST_PRIVILEGE,
			...(threeWay ? (['conference'] as const) : []),
			...(dialContext ? DIALLING : [])
		],
		threeWay,
		dialling: dialContext ? { context: dialContext, presents } : null,
		isQuiet: quietWhenAbsent,
		...(quietWhenAbsent ? { pace: DEMO_PACE } : {})
	});
}

/** What an administrator is told at the start about a switch whose settings leave a caller's wish to a guess. */
export function noticesOf(settings: readonly SwitchSettings[]): string[] {
	return settings
		.filter((each) => each.kind === 'asterisk')
		.filter(({ trustedTrunk, quietWhenAbsent }) => !trustedTrunk && !quietWhenAbsent)
		.map(
			({ name }) =>
				`${name} must send channelvars = CALLERID(pres) from its manager.conf, or withheld numbers of a trunk that is trusted with them are shown; set ${name.replace(':', '_').toUpperCase()}_TRUSTED_TRUNK=1 until it does.`
		);
}
