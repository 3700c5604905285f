/** Thirty customers on one number: a refuge. No names and no picker come of it, and each is contacted only as agreed. */
import { pence } from '../../../../shared/money/pence.ts';
import { addDays } from '../../../../shared/time/day.ts';
import { billed, councilTax } from '../recipes/council-tax.ts';
import { overpayment } from '../recipes/other-debts.ts';
import type { Scenario, SeedCustomer, SeedDebt } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const RESIDENTS = [
	'Aisha Begum',
	'Alice Hartnell',
	'Ana Ferreira',
	'Beth Colley',
	'Carys Bevan',
	'Chloe Strand',
	'Dawn Pickles',
	'Eleni Markou',
	'Fatima Noori',
	'Gemma Latch',
	'Hina Qureshi',
	'Ilse Brandt',
	'Jodie Farrow',
	'Kasia Wrona',
	'Keeley Marsden',
	'Lena Orlova',
	'Mina Rahimi',
	'Nadia Haque',
	'Olive Trent',
	'Paige Ormond',
	'Precious Moyo',
	'Rhian Pugh',
	'Roza Barzani',
	'Sadie Holt',
	'Selam Tesfaye',
	'Tara Quill',
	'Uzma Javed',
	'Vera Dobson',
	'Wanda Kerr',
	'Zoe Amory'
] as const;

export function refuge(time: Timeline): Scenario {
	return {
		customers: RESIDENTS.map((name) => resident(name)),
		debts: RESIDENTS.map((name, at) => debtOf(time, { name, at }))
	};
}

function resident(name: string): SeedCustomer {
	const [givenNames = '', familyName = ''] = name.split(' ');
	return {
		key: keyOf(name),
		givenNames,
		familyName,
		isSafeContact: true,
		needsExtraCheck: true,
		phones: [{ number: '01632 960900' }],
		addresses: [{ line1: 'PO Box 41', postcode: 'NM1 1AA', kind: 'correspondence' }]
	};
}

function debtOf(time: Timeline, { name, at }: { name: string; at: number }): SeedDebt {
	const year = time.year(1);
	const left = pence(9450 + at * 1735);
	return at % 3 === 0
		? overpayment(time, {
				liable: keyOf(name),
				reference: `HBO2150${String(at).padStart(2, '0')}`,
				decidedOn: addDays(time.today, -120 - at),
				left,
				stage: 'INVOICE',
				stageOn: addDays(time.today, -120 - at)
			})
		: councilTax(time, {
				year,
				liable: keyOf(name),
				reference: `77105500${String(at).padStart(2, '0')}`,
				dues: billed(year, pence(96000)),
				left,
				adds: {},
				stage: 'FINAL_NOTICE',
				stageOn: addDays(time.today, -30 - at)
			});
}

function keyOf(name: string): string {
	return name.toLowerCase().replace(' ', '-');
}
