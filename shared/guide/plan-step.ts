/**
 * SAMPLE. The step of Northmere's guide in which a payment is offered, or help where nothing is left: a household is asked
 * after its rent and food, a business after its wages and stock.
 */
import type { Step } from './guide.ts';

export const PLAN_STEP: Step = {
	id: 'plan',
	name: 'Payment plan',
	gate: 'identity-passed',
	off: 'nothing-to-plan',
	before: [{ must: 'plan-or-help', says: 'Each kind of help done or declined, then the hold' }],
	action: 'Continue to read back',
	lines: [
		{
			id: 'say-nothing-left',
			when: 'household-no-surplus',
			say: 'Nothing is left after rent, food and heating, so I will not ask you for a payment.',
			mind: 'Whatever they offer, not even a token sum: it would come out of food or heating.'
		},
		{
			id: 'say-nothing-left-of-business',
			when: 'business-no-surplus',
			say: 'Nothing is left after wages, rent, tax and stock, so I will not ask you for a payment.',
			mind: 'Whatever they offer, not even a token sum: it would come out of wages or tax.'
		},
		{
			id: 'say-help-first',
			when: 'no-surplus',
			say: 'Let us go through what can help, one thing at a time.'
		},
		{
			id: 'say-hold',
			when: 'no-surplus',
			say: 'While that is looked at I will ask for recovery on these accounts to be held.',
			mind: 'Promise no day before it is approved.'
		},
		{
			id: 'ask-offer',
			when: 'household-no-plan',
			say: 'What could you pay, after rent, food and heating?',
			mind: 'Their own figure first.'
		},
		{
			id: 'ask-offer-of-business',
			when: 'business-no-plan',
			say: 'What could the business pay, after wages, rent, tax and stock?',
			mind: 'Their own figure first.'
		},
		{
			id: 'ask-takings-day',
			when: 'business-no-plan',
			say: 'On which day does most of your money come in?',
			mind: 'The first payment follows within a week of it.'
		},
		{
			id: 'ask-pay-day',
			when: 'household-no-plan',
			say: 'When are you next paid?',
			mind: 'The first payment follows within a week of it.'
		},
		{
			id: 'put-plan',
			when: 'plan-chosen',
			say: 'If you pay {payment} {pay-days}, that covers {in-plan}. Could you keep that up?'
		}
	],
	ways: [{ to: 'approval', when: 'approval-needed' }, { to: 'read-back' }]
};
