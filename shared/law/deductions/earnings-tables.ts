/**
 * The percentage tables of council tax attachment of earnings orders, by when the order was made and where. One
 * published text of 2006 prints 335 for the fifth weekly limit; the consolidated Schedule and most councils have 355.
 */
import { day } from '../../time/day.ts';
import { ENGLAND, ENGLAND_AND_WALES, WALES, type Rule } from '../rule.ts';
import { bandsOf, type Band } from './bands.ts';

export type EarningsBasis = 'weekly' | 'monthly' | 'daily';

export type EarningsTable = {
	bands: Record<EarningsBasis, readonly Band[] | null>;
	/** Above the last band: its rate on that much, and this rate on the rest. */
	percentOfTheRest: number;
	/** Where there are two or more series of pay: the table on the shortest interval, this on the others. */
	percentOfOtherSeries: number;
};

const REST = { percentOfTheRest: 50, percentOfOtherSeries: 20 };

const TABLE_2007: EarningsTable = {
	bands: {
		weekly: bandsOf('75: 0, 135: 3, 185: 5, 225: 7, 355: 12, 505: 17'),
		monthly: bandsOf('300: 0, 550: 3, 740: 5, 900: 7, 1420: 12, 2020: 17'),
		daily: bandsOf('11: 0, 20: 3, 27: 5, 33: 7, 52: 12, 72: 17')
	},
	...REST
};

const PLAIN =
	'The employer takes a percentage of take-home pay, set by the table in force when the order was made. The council cannot vary the percentage.';

export const EARNINGS_ORDERS: readonly Rule<EarningsTable>[] = [
	{
		id: 'AEO.E-2007',
		value: TABLE_2007,
		from: day('2007-04-01'),
		to: null,
		nations: ENGLAND,
		instrument: 'SI 1992/613',
		provision: 'regulation 38 and Schedule 4, as amended by SI 2006/3395',
		address: 'https://www.legislation.gov.uk/uksi/1992/613/schedule/4',
		confidence: 'confirmed',
		plain: PLAIN
	},
	{
		id: 'AEO.W-2007',
		value: TABLE_2007,
		from: day('2007-04-01'),
		to: day('2022-03-31'),
		nations: WALES,
		instrument: 'SI 1992/613',
		provision: 'regulation 38 and Schedule 4, as amended by WSI 2007/582',
		address: 'https://www.legislation.gov.uk/wsi/2007/582',
		confidence: 'confirmed',
		plain: PLAIN
	},
	{
		id: 'AEO.EW-1998',
		value: {
			bands: {
				weekly: bandsOf('55: 0, 100: 3, 135: 5, 165: 7, 260: 12, 370: 17'),
				monthly: bandsOf('220: 0, 400: 3, 540: 5, 660: 7, 1040: 12, 1480: 17'),
				daily: bandsOf('8: 0, 15: 3, 20: 5, 24: 7, 38: 12, 53: 17')
			},
			...REST
		},
		from: day('1998-10-01'),
		to: day('2007-03-31'),
		nations: ENGLAND_AND_WALES,
		instrument: 'SI 1992/613',
		provision: 'regulation 38 and Schedule 4, as amended by SI 1998/295',
		address: 'https://www.legislation.gov.uk/uksi/1998/295',
		confidence: 'confirmed',
		plain: PLAIN
	},
	{
		id: 'AEO.W-2022',
		value: {
			bands: {
				weekly: bandsOf('105: 0, 190: 3, 260: 5, 320: 7, 505: 12, 715: 17'),
				monthly: bandsOf('430: 0, 780: 3, 1050: 5, 1280: 7, 2010: 12, 2860: 17'),
				daily: null
			},
			...REST
		},
		from: day('2022-04-01'),
		to: null,
		nations: WALES,
		instrument: 'SI 1992/613',
		provision: 'regulation 38 and Schedule 4, as amended by WSI 2022/107',
		address: 'https://www.legislation.gov.uk/wsi/2022/107',
		confidence: 'confirmed',
		plain: PLAIN
	}
];
