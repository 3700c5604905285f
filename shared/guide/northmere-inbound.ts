/** SAMPLE. Northmere's guide for a contact that somebody else began, by telephone or at the desk. First version. */
import type { Guide } from './guide.ts';
import { PLAN_STEP } from './plan-step.ts';

export const NORTHMERE_INBOUND: Guide = {
	id: 'northmere-inbound',
	version: 1,
	name: 'Inbound guide',
	steps: [
		{
			id: 'greeting',
			name: 'Greeting',
			gate: null,
			before: [],
			action: 'Check identity',
			lines: [
				{
					id: 'greet-phone',
					when: 'by-phone',
					say: '{council}, {officer} speaking. We record calls. How can I help?'
				},
				{
					id: 'greet-outbound',
					when: 'we-rang',
					say: 'Hello, my name is {officer}, from {council}. Is now a good time to talk?',
					mind: 'Your name and the council only: no department and no reason. To anybody else, say that you will ring again.'
				},
				{
					id: 'greet-desk',
					when: 'at-desk',
					say: 'Hello, I am {officer}. How can I help today?',
					mind: 'Keep your screen turned away until the identity check passes.'
				},
				{
					id: 'greet-writing',
					when: 'in-writing',
					say: 'Thank you for writing to us.',
					mind: 'Check who wrote before you answer about an account.'
				}
			],
			ways: [{ to: 'identity' }]
		},
		{
			id: 'identity',
			name: 'Identity check',
			gate: null,
			before: [{ must: 'identity-settled', says: 'Finish the check first' }],
			action: 'Continue',
			lines: [
				{
					id: 'before-checking',
					when: 'they-came-unproved',
					say: 'Before I can talk about an account, may I check who I am speaking to?',
					mind: 'Do not read out or confirm any detail.'
				},
				{
					id: 'before-checking-outbound',
					when: 'we-rang-unproved',
					say: 'Before I go on, may I check who I am speaking to?',
					mind: 'Say nothing of why you ring. If they doubt you, they ring the council’s own number.'
				},
				{
					id: 'check-passed',
					when: 'they-came-and-passed',
					say: 'Thank you. That is all I need.'
				},
				{
					id: 'check-passed-outbound',
					when: 'we-rang-and-passed',
					say: 'Thank you. That is all I need. We record calls.'
				},
				{
					id: 'check-stopped-outbound',
					when: 'we-rang-and-stopped',
					say: 'I am sorry, I cannot go on today. Thank you for your time.',
					mind: 'Say nothing of why you rang, nor of which answer was wrong. Offer no letter.'
				},
				{
					id: 'check-stopped',
					when: 'they-came-and-stopped',
					say: 'I am sorry, I cannot go into an account today. Shall I ask for a letter to be sent?',
					mind: 'Say nothing of which answer was wrong. A letter goes to the address we hold.'
				}
			],
			ways: [{ to: 'reason', when: 'identity-passed' }, { to: 'wrap-up' }]
		},
		{
			id: 'reason',
			name: 'Reason',
			gate: 'identity-passed',
			before: [{ must: 'has-reason', says: 'Choose why they got in touch' }],
			action: 'Continue to support',
			lines: [
				{ id: 'ask-reason', say: 'What would you like to sort out today?' },
				{
					id: 'hear-reason',
					say: 'Thank you. Is there anything else behind it that I should know?'
				}
			],
			ways: [{ to: 'support' }]
		},
		{
			id: 'support',
			name: 'Support needs',
			gate: 'identity-passed',
			before: [{ must: 'needs-asked', says: 'Ask, and note what they say' }],
			action: 'Continue to debts',
			lines: [
				{
					id: 'ask-support',
					say: 'Is there anything that would make this easier for you today?',
					mind: 'Let them answer in their own words. A need, never a diagnosis.'
				},
				{
					id: 'thank-support',
					when: 'needs-support',
					say: 'Thank you for telling me. Shall I note what helps, so that you need not repeat it?',
					mind: 'Officers who deal with them will see it. Noted only if they agree. Offer a break.'
				}
			],
			ways: [{ to: 'debts' }]
		},
		{
			id: 'debts',
			name: 'Debts',
			gate: 'identity-passed',
			before: [{ must: 'debts-gone-through', says: 'Ask about each: is this one right?' }],
			action: 'Continue',
			actionWhen: { when: 'protected', action: 'Ask for nothing today' },
			lines: [
				{
					id: 'say-debts',
					when: 'several-debts',
					say: 'I can see {accounts}. {overdue} is overdue. Shall we take them one at a time?'
				},
				{
					id: 'say-debt',
					when: 'one-debt',
					say: 'I can see {accounts}. {overdue} is overdue. Is that right, as far as you know?'
				},
				{
					id: 'say-protected',
					when: 'protected',
					say: 'You are protected just now, so I will not ask you for any payment today.',
					mind: 'What happens after may be answered if they ask. A payment they offer goes to the debt they name.'
				},
				{
					id: 'say-nothing-owed',
					when: 'no-debts',
					say: 'I can see nothing owed on your accounts. What made you get in touch?'
				}
			],
			ways: [
				{ to: 'take-up', when: 'spotted' },
				{ to: 'wrap-up', when: 'nothing-to-plan' },
				{ to: 'affordability' }
			]
		},
		{
			id: 'take-up',
			name: 'Discounts',
			gate: 'identity-passed',
			before: [
				{ must: 'take-up-answered', says: 'Answer each: applies, does not apply, check later' }
			],
			action: 'Continue',
			lines: [
				{
					id: 'say-take-up',
					say: 'Before we talk about paying, let me check that you get every reduction you are due.'
				}
			],
			ways: [{ to: 'wrap-up', when: 'nothing-to-plan' }, { to: 'affordability' }]
		},
		{
			id: 'affordability',
			name: 'Affordability',
			gate: 'identity-passed',
			off: 'nothing-to-plan',
			before: [],
			action: 'Statement finished',
			lines: [
				{
					id: 'say-affordability',
					say: 'I will ask what comes in and what goes out, so that we agree only what you can manage.'
				}
			],
			ways: [{ to: 'plan' }]
		},
		PLAN_STEP,
		{
			id: 'approval',
			name: 'Approval',
			gate: 'identity-passed',
			off: 'nothing-to-plan',
			before: [{ must: 'approval-settled', says: 'Waiting for a team leader' }],
			action: 'Continue to read back',
			lines: [
				{
					id: 'say-waiting',
					when: 'approval-open',
					say: 'I am asking a team leader to look at this now. It takes up to three minutes.'
				},
				{
					id: 'say-granted',
					when: 'approval-granted',
					say: 'Thank you for waiting. A team leader has agreed to this.'
				},
				{
					id: 'say-refused',
					when: 'approval-refused',
					say: 'Thank you for waiting. They cannot agree to that. Shall we look at what I can agree today?'
				}
			],
			ways: [{ to: 'plan', when: 'approval-refused' }, { to: 'read-back' }]
		},
		{
			id: 'read-back',
			name: 'Read back',
			gate: 'identity-passed',
			before: [],
			action: 'Agree',
			lines: [
				{
					id: 'say-read-back',
					say: 'Let me read back what we have said. Please stop me if anything is not right.'
				},
				{
					id: 'ask-agreed',
					say: 'Do you agree to all of that?',
					mind: 'Their own words: yes, a change, or time to think.'
				}
			],
			ways: [{ to: 'payment', when: 'pays-today' }, { to: 'wrap-up' }]
		},
		{
			id: 'payment',
			name: 'Payment',
			gate: 'identity-passed',
			before: [],
			action: 'Continue to wrap-up',
			lines: [
				{
					id: 'say-payment',
					when: 'on-the-phone',
					say: 'I will pause the recording while you pay.',
					mind: 'No card number is ever heard, typed or kept here.'
				},
				{
					id: 'say-payment-here',
					when: 'without-call',
					say: 'You can pay by card at the terminal.',
					mind: 'Look away from the terminal. No card number is ever typed or kept here.'
				},
				{
					id: 'say-paid',
					say: 'Thank you, that has gone through. Shall I read you the number of the receipt?'
				}
			],
			ways: [{ to: 'wrap-up' }]
		},
		{
			id: 'wrap-up',
			name: 'Wrap-up',
			gate: null,
			before: [],
			action: 'Finish',
			lines: [{ id: 'say-end', say: 'Is there anything else I can help you with today?' }],
			ways: []
		}
	]
};
