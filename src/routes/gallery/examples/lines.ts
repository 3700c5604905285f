/** What the switch may say of a call while the customer is not simply on it. */
import { OFFICER_ID, type Line } from './contacts.ts';

const CONSULTING: readonly Line[] = [
	{ type: 'held', officerId: OFFICER_ID, ago: 50 },
	{ type: 'consultStarted', to: '1002', ago: 50 },
	{ type: 'consultAnswered', ago: 42 }
];

export const LINES: Readonly<Record<string, readonly Line[]>> = {
	consulting: CONSULTING,
	conference: [
		...CONSULTING,
		{ type: 'answered', officerId: 'tom', ago: 20 },
		{ type: 'conferenceChanged', officerIds: [OFFICER_ID, 'tom'], others: 0, ago: 20 },
		{ type: 'retrieved', officerId: OFFICER_ID, ago: 20 },
		{ type: 'consultEnded', ago: 20 }
	],
	parked: [
		{ type: 'parkedIn', officerId: OFFICER_ID, space: '701', seconds: 45, ago: 14 },
		{ type: 'released', officerId: OFFICER_ID, ago: 14 }
	],
	'hold-unknown': [
		{ type: 'held', officerId: OFFICER_ID, ago: 75 },
		{ type: 'linkLost', ago: 40 },
		{ type: 'holdUnknown', officerId: OFFICER_ID, ago: 12 },
		{ type: 'linkRestored', ago: 12 }
	],
	stale: [
		{ type: 'linkLost', ago: 40 },
		{ type: 'recordingChanged', state: 'unknown', ago: 40 }
	]
};
