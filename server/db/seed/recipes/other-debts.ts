/** What is owed beside Council Tax: overpayments, invoices, care, rent, penalties, rates. Each with its stream's own days. */
import { REGISTRATION_FEE } from '../../../../shared/debts/costs.ts';
import { SUMMONS_COSTS } from '../summons-costs.ts';
import { chargeCertificateAdds } from '../../../../shared/law/clocks/parking.ts';
import type { Due } from '../../../../shared/debts/debt.ts';
import { pence, type Pence } from '../../../../shared/money/pence.ts';
import { addDays, addMonths, type Day } from '../../../../shared/time/day.ts';
import type { SeedDebt } from '../scenario.ts';
import type { TaxYear, Timeline } from '../timeline.ts';
import { owed, type Owed } from './owed.ts';

type Given = Pick<
	Owed,
	'liable' | 'reference' | 'left' | 'stage' | 'stageOn' | 'holds' | 'also' | 'facts'
> & { dues?: readonly Due[]; was?: Pence };

/** A decision of its month; the ordinary time to challenge it is one month (domain 1.3). */
export function overpayment(time: Timeline, given: Given & { decidedOn: Day }): SeedDebt {
	const { decidedOn } = given;
	return owed({
		...given,
		stream: 'overpayment',
		title: 'Housing Benefit overpayment',
		fromOn: addMonths(decidedOn, -7),
		untilOn: addMonths(decidedOn, -1),
		billedOn: decidedOn,
		dues: given.dues ?? [{ on: addDays(decidedOn, 14), amount: given.was ?? given.left }],
		facts: { challengeUntilOn: addMonths(decidedOn, 1), ...given.facts },
		today: time.today
	});
}

export function invoice(
	time: Timeline,
	given: Given & { title: string; invoicedOn: Day; stream?: 'invoice' | 'care' }
): SeedDebt {
	const { invoicedOn } = given;
	return owed({
		...given,
		stream: given.stream ?? 'invoice',
		fromOn: addDays(invoicedOn, -28),
		untilOn: invoicedOn,
		billedOn: invoicedOn,
		dues: given.dues ?? [{ on: addDays(invoicedOn, 28), amount: given.was ?? given.left }],
		today: time.today
	});
}

/** Four-weekly invoices of one amount, the last on a day, each due in 28 days. */
export function fourWeekly(each: Pence, invoices: { count: number; lastDueOn: Day }): Due[] {
	return Array.from({ length: invoices.count }, (_, at) => ({
		on: addDays(invoices.lastDueOn, -28 * (invoices.count - 1 - at)),
		amount: each
	}));
}

export function rent(time: Timeline, given: Given & { fromOn: Day; endedOn?: Day }): SeedDebt {
	const { endedOn } = given;
	return owed({
		...given,
		stream: endedOn ? 'former-tenant' : 'rent',
		title: endedOn ? 'Former tenant rent' : 'Rent arrears',
		...(endedOn ? { untilOn: endedOn } : {}),
		dues: given.dues ?? [{ on: endedOn ?? given.stageOn, amount: given.was ?? given.left }],
		today: time.today
	});
}

const PENALTY = pence(7000);

/** A higher-band penalty charge: 70.00, half as much again by a charge certificate, and the registration fee. */
export function parking(
	time: Timeline,
	given: Omit<Given, 'left'> & { servedOn: Day; dueOn: Day; left?: Pence }
): SeedDebt {
	const adds = {
		CHARGE_CERTIFICATE: chargeCertificateAdds(PENALTY),
		ORDER_FOR_RECOVERY: REGISTRATION_FEE
	};
	const ADDED: Record<string, Pence> = {
		CHARGE_CERTIFICATE: pence(10500),
		ORDER_FOR_RECOVERY: pence(11500),
		WARRANT: pence(11500)
	};
	return owed({
		...given,
		stream: 'parking',
		title: 'Parking penalty',
		left: given.left ?? ADDED[given.stage] ?? PENALTY,
		fromOn: given.servedOn,
		dues: [{ on: given.dueOn, amount: PENALTY }],
		adds,
		today: time.today
	});
}

/** Business rates and the levy of a business improvement district, a year at a time. */
export function rates(
	time: Timeline,
	given: Given & { year: TaxYear; dues: readonly Due[]; stream?: 'business-rates' | 'bid' }
): SeedDebt {
	const stream = given.stream ?? 'business-rates';
	const { year, ...rest } = given;
	return owed({
		...rest,
		stream,
		title:
			stream === 'bid' ? `Business improvement levy ${year.words}` : `Business rates ${year.words}`,
		fromOn: year.startsOn,
		untilOn: year.endsOn,
		adds: stream === 'bid' ? {} : { SUMMONS: SUMMONS_COSTS.ratesSummons },
		facts: { taxYear: year.start, ...given.facts },
		today: time.today
	});
}
