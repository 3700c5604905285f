/**
 * The law each ladder stands on and since when, and how a citation of a row is divided into its instrument and its
 * provision. A row that says only `reg 23(3)` means the ladder's own instrument.
 */
import { ENGLAND, ENGLAND_AND_WALES, type Rule } from '../../law/rule.ts';
import { day, type Day } from '../../time/day.ts';
import type { LadderCode } from './ladder-codes.ts';

type LadderLaw = {
	instrument: string;
	from: Day;
	address: string | null;
	nations: Rule['nations'];
};

export const LADDER_LAW: Record<LadderCode, LadderLaw> = {
	CT: {
		instrument: 'SI 1992/613',
		from: day('1993-04-01'),
		address: 'https://www.legislation.gov.uk/uksi/1992/613',
		nations: ENGLAND_AND_WALES
	},
	NDR: {
		instrument: 'SI 1989/1058',
		from: day('1990-04-01'),
		address: 'https://www.legislation.gov.uk/uksi/1989/1058',
		nations: ENGLAND_AND_WALES
	},
	HBO: {
		instrument: 'Housing Benefit Regulations 2006, SI 2006/213',
		from: day('2006-03-06'),
		address: 'https://www.legislation.gov.uk/uksi/2006/213',
		nations: ENGLAND_AND_WALES
	},
	SUN: {
		instrument: 'Pre-Action Protocol for Debt Claims',
		from: day('2017-10-01'),
		address:
			'https://www.justice.gov.uk/courts/procedure-rules/civil/protocol/pre-action-protocol-for-debt-claims',
		nations: ENGLAND_AND_WALES
	},
	ASC: {
		instrument: 'Care Act 2014',
		from: day('2015-04-01'),
		address: 'https://www.legislation.gov.uk/ukpga/2014/23',
		nations: ENGLAND
	},
	RENT: {
		instrument: 'Pre-Action Protocol for Possession Claims by Social Landlords',
		from: day('2020-01-13'),
		address: 'https://www.justice.gov.uk/courts/procedure-rules/civil/protocol',
		nations: ENGLAND_AND_WALES
	},
	PCN: {
		instrument: 'Traffic Management Act 2004',
		from: day('2022-05-31'),
		address: 'https://www.legislation.gov.uk/ukpga/2004/18/part/6',
		nations: ENGLAND
	},
	BID: {
		instrument: 'SI 2004/2443',
		from: day('2004-09-17'),
		address: 'https://www.legislation.gov.uk/uksi/2004/2443',
		nations: ENGLAND
	}
};

/** What begins a provision of the ladder's own instrument. */
const PROVISION = /^(?:regs?|ss?|paras?|Part|Sch)\s?\d/;

/** Between an instrument and its provision. */
const BETWEEN = / (?=(?:regs?|paras?|Part|Sch|s\d|ss\d))/;

export function instrumentOf(
	citation: string,
	ladders: string
): { instrument: string; provision: string } {
	if (PROVISION.test(citation)) return { instrument: ladders, provision: citation };
	const [instrument = citation, ...rest] = citation.split(BETWEEN);
	return { instrument, provision: rest.join(' ') };
}
