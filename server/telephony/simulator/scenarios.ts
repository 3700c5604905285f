/**
 * Who can be made to ring in a demo, by name: the demo council's own customers, and every way in which a number tells
 * nothing or too much. What is told of each is only what an officer choosing one needs.
 */
import type { Caller } from './call.ts';

export type CallScenario = {
	id: string;
	name: string;
	about: string;
	queue: string;
	menu: string | null;
	/** Each rings in turn, the first on the chosen telephone. */
	callers: readonly Caller[];
	/** How long they wait, where they do not wait long. */
	patienceMs?: number;
};

const KELLY: Caller = { number: '+447700900142', name: '' };

export const SCENARIOS: readonly CallScenario[] = [
	{
		id: 'kelly',
		name: 'Kelly Ashworth',
		about: 'A number of her own: five debts, one payment for everything',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [KELLY]
	},
	{
		id: 'dean-shared-number',
		name: 'Dean Ashworth',
		about: 'The old house line, shared by two customers',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '01632960142', name: '' }]
	},
	{
		id: 'gareth-breathing-space',
		name: 'Gareth Pellow',
		about: 'In breathing space: nothing may be asked for',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '+441632960284', name: '' }]
	},
	{
		id: 'withheld',
		name: 'Number withheld',
		about: 'Amara Sesay, at risk: the network has the number and forbids it to be shown',
		queue: 'council-tax',
		menu: 'something else',
		callers: [{ number: '+447700900398', name: '', isWithheld: true }]
	},
	{
		id: 'unavailable',
		name: 'Number unavailable',
		about: 'The network has no number to give',
		queue: 'council-tax',
		menu: null,
		callers: [{ number: 'unavailable', name: '' }]
	},
	{
		id: 'ruth-unknown-number',
		name: 'Ruth, for the Tullys',
		about: 'A number nobody knows: a death is reported',
		queue: 'council-tax',
		menu: 'something else',
		callers: [{ number: '+447700900617', name: '' }]
	},
	{
		id: 'samira',
		name: 'Samira Haddad',
		about: 'A person and a company of hers',
		queue: 'business-rates',
		menu: 'business rates',
		callers: [{ number: '+447700900233', name: '' }]
	},
	{
		id: 'leon',
		name: 'Leon Varga',
		about: 'Nothing left at the end of the month',
		queue: 'council-tax',
		menu: 'enforcement agents',
		callers: [{ number: '+447700900451', name: '' }]
	},
	{
		id: 'zhang',
		name: 'Mrs Zhang Liwen',
		about: 'An interpreter, and a child on the line',
		queue: 'benefit-overpayments',
		menu: 'benefit overpayment',
		callers: [{ number: '+441632960733', name: '' }]
	},
	{
		id: 'hannah-recycled-number',
		name: 'Hannah Brook',
		about: 'A number that was somebody else’s a year ago',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '07700900188', name: '' }]
	},
	{
		id: 'claire-for-margaret',
		name: 'Claire, for Margaret Doyle',
		about: 'A niece without authority',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '01632960866', name: '' }]
	},
	{
		id: 'darren-restricted',
		name: 'Darren Pike',
		about: 'A restricted record',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '+447700900774', name: '' }]
	},
	{
		id: 'refuge',
		name: 'A refuge’s number',
		about: 'Thirty customers on one number: no names, no list',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '+441632960900', name: '' }]
	},
	{
		id: 'one-number-twice',
		name: 'Two calls from one number',
		about: 'Kelly rings again while her first call is still up',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [KELLY, KELLY]
	},
	{
		id: 'rings-out',
		name: 'A caller who gives up',
		about: 'Rings for eight seconds and hangs up',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '+447700900451', name: '' }],
		patienceMs: 8_000
	},
	{
		id: 'asks-to-be-rung',
		name: 'A caller who asks to be rung back',
		about: 'Gives up after eight seconds; the queue asks, and they agree',
		queue: 'council-tax',
		menu: 'council tax',
		callers: [{ number: '+447700900617', name: '', agreesToBack: true }],
		patienceMs: 8_000
	}
];
