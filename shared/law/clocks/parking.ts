/**
 * The clocks of a parking penalty: Traffic Management Act 2004 Part 6, SI 2022/71, SI 2022/576 and CPR 75. Paying ends
 * the challenge, so every screen that offers to take a payment says until when it can be challenged.
 */
import { pence, timesRate, type Pence } from '../../money/pence.ts';
import { addDays, day, type Day } from '../../time/day.ts';
import { ENGLAND, type Rule } from '../rule.ts';

const COMMON = { from: day('2022-05-31'), to: null, nations: ENGLAND } as const;

export const NOTICE_TO_OWNER: Rule<{ days: number }> = {
	...COMMON,
	id: 'PCN.notice-to-owner',
	value: { days: 28 },
	instrument: 'SI 2022/576',
	provision: 'regulation 3',
	address: 'https://www.legislation.gov.uk/uksi/2022/576/regulation/3',
	confidence: 'confirmed',
	plain:
		'There are 28 days from the Notice to Owner to pay or to challenge it. Paying ends the challenge.'
};

export const CHARGE_CERTIFICATE: Rule<{ increasePercent: number; daysToPay: number }> = {
	...COMMON,
	id: 'PCN.charge-certificate',
	value: { increasePercent: 50, daysToPay: 14 },
	instrument: 'Traffic Management Act 2004 and SI 2022/71',
	provision: 'charge certificates',
	address: 'https://www.legislation.gov.uk/uksi/2022/71',
	confidence: 'confirmed',
	plain: 'A charge certificate adds half of the penalty. There are fourteen days to pay.'
};

export const ORDER_FOR_RECOVERY: Rule<{ fee: Pence; days: number }> = {
	...COMMON,
	id: 'PCN.order-for-recovery',
	value: { fee: pence(10_00), days: 21 },
	instrument: 'CPR 75',
	provision: 'registration at the Traffic Enforcement Centre',
	address: 'https://www.justice.gov.uk/courts/procedure-rules/civil/rules/part75',
	confidence: 'unconfirmed',
	plain:
		'After an order for recovery there are 21 days to pay or to file a witness statement. The fee differs between published pages.'
};

/** The day of service is counted. */
export function lastDayToPayOrChallenge(servedOn: Day): Day {
	return addDays(servedOn, NOTICE_TO_OWNER.value.days - 1);
}

/** What a charge certificate adds to a penalty. */
export function chargeCertificateAdds(penalty: Pence): Pence {
	const percent = CHARGE_CERTIFICATE.value.increasePercent;
	return timesRate(penalty, { numerator: percent, denominator: 100 }, 'half-down');
}

export function orderForRecoveryFrom(certificateServedOn: Day): Day {
	return addDays(certificateServedOn, CHARGE_CERTIFICATE.value.daysToPay);
}
