/** Messages in which a switch may carry the keys that somebody presses, put into a recorded call once it is answered. */
export const CARD = '4929123456789015';

const TRUNK = 'PJSIP/trunk-00000000';
const OFFICER = 'PJSIP/1001-00000001';

/** What each is, and its lines without the channel's own. */
export const KEYED: readonly (readonly [string, ...string[]])[] = [
	['an event that begins', 'Event: DTMFBegin', `Digit: ${CARD}`, 'Direction: Received'],
	['an event that ends', 'Event: DTMFEnd', `Digit: ${CARD}`, 'DurationMs: 90'],
	['an event of small letters', 'Event: dtmfend', `digit: ${CARD}`],
	['a variable', 'Event: VarSet', 'Variable: CARDNUMBER', `Value: ${CARD}`],
	['a variable of every event', 'Event: Newstate', `ChanVariable: DIGITS=${CARD}`],
	['an extension', 'Event: Newexten', `Exten: ${CARD}`, 'Application: WaitExten'],
	[
		'an application',
		'Event: Newexten',
		'Exten: 01632960100',
		'Application: SendDTMF',
		`AppData: ${CARD}`
	],
	['what the dialplan tells', 'Event: UserEvent', 'UserEvent: Payment', `Digits: ${CARD}`],
	['a menu', 'Event: UserEvent', 'UserEvent: Menu', `Menu: ${CARD}`],
	['a menu in groups', 'Event: UserEvent', 'UserEvent: Menu', 'Menu: 4929 1234 5678 9015'],
	['a code of a card', 'Event: UserEvent', 'UserEvent: Payment', 'Cvv: 4929'],
	['a name', 'Event: NewCallerid', 'CallerIDNum: +447700900123', `CallerIDName: ${CARD}`],
	[
		'a number dialled with more behind it',
		'Event: BlindTransfer',
		'Result: Success',
		`TransfererChannel: ${OFFICER}`,
		'TransfererUniqueid: pbx1-1795297599.1',
		`TransfereeChannel: ${TRUNK}`,
		'TransfereeUniqueid: pbx1-1795297598.0',
		`Extension: 7001,,${CARD}`
	],
	[
		'a number dialled that is none',
		'Event: BlindTransfer',
		'Result: Success',
		`TransfererChannel: ${OFFICER}`,
		'TransfererUniqueid: pbx1-1795297599.1',
		`TransfereeChannel: ${TRUNK}`,
		'TransfereeUniqueid: pbx1-1795297598.0',
		`Extension: ${CARD}`
	],
	['a telephone that is rung', 'Event: DialState', `DialString: 1001w${CARD}`]
];

/** Into the recording `a`, right after the customer and the officer are together. */
export function keyedInto(bytes: Buffer, messages: readonly (readonly string[])[]): Buffer {
	const text = bytes.toString('latin1');
	const entered = text.lastIndexOf('Event: BridgeEnter');
	const at = text.indexOf('\r\n\r\n', entered) + 4;
	const channel = [
		`Channel: ${TRUNK}`,
		'Uniqueid: pbx1-1795297598.0',
		'Linkedid: pbx1-1795297598.0'
	];
	const said = messages.map(([event = '', ...lines]) =>
		[event, ...channel, ...lines, '', ''].join('\r\n')
	);
	return Buffer.from(text.slice(0, at) + said.join('') + text.slice(at), 'latin1');
}
