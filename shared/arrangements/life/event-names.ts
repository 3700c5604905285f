/** What happened to a payment plan, as its page and the customer's history say it. */
import type { LifeEvent } from './states.ts';

export const EVENT_NAMES: Record<LifeEvent, string> = {
	asked: 'A team leader was asked',
	declined: 'Not approved',
	agreed: 'Agreed',
	approved: 'Approved',
	missed: 'Payment missed',
	'put-right': 'Missed payment put right',
	broken: 'Called broken',
	'paid-off': 'Completed',
	reopened: 'Taken up again: a payment came back',
	'break-given': 'Payment break given',
	varied: 'Payment days moved',
	reviewed: 'Reviewed',
	cancelled: 'Cancelled',
	'terms-varied': 'Varied: another payment, rhythm or end',
	superseded: 'Replaced by a new plan'
};
