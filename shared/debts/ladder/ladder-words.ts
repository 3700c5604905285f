/** Each step of the ladders in a sentence that can be read out. A row that is not here is said by its stages' names. */
export const PLAIN: Readonly<Record<string, string>> = {
	'CT DEMAND REMINDER_1': 'A reminder may be sent when an instalment is unpaid.',
	'CT REMINDER_1 FULL_BALANCE_DUE':
		'Seven days to pay after the reminder, and seven more; then the rest of the year is due.',
	'CT REMINDER_1 DEMAND': 'When the reminder is paid in time, instalments go on as billed.',
	'CT DEMAND REMINDER_2':
		'A second reminder may be sent when another instalment is missed in the same year.',
	'CT REMINDER_2 FULL_BALANCE_DUE':
		'After a second reminder that was paid, one more miss makes the rest of the year due the next day.',
	'CT FULL_BALANCE_DUE FINAL_NOTICE':
		'A final notice comes before court, unless the balance fell due through a reminder.',
	'CT FINAL_NOTICE SUMMONS':
		'The council may apply to the court seven days after a final notice, within six years of the sum becoming due.',
	'CT SUMMONS LIABILITY_ORDER':
		'The hearing is at least fourteen days after the summons is served. The court makes an order if the sum is payable and unpaid.',
	'CT LIABILITY_ORDER INFO_REQUEST':
		'Under an order the council may ask where somebody works and what they earn. They have fourteen days to answer.',
	'CT LIABILITY_ORDER AEO':
		'An employer may be told to take a share of wages: at most two such orders at once, and no other method under the same order.',
	'CT LIABILITY_ORDER BENEFIT_DEDUCTION':
		'The council may ask for a sum to be taken from Universal Credit or Pension Credit, and takes no other step for the same sum meanwhile.',
	'CT LIABILITY_ORDER ENFORCEMENT_AGENT':
		'Enforcement agents give seven clear days’ notice. No other method runs under the order, and nobody vulnerable is sent to them.',
	'CT LIABILITY_ORDER CHARGING_ORDER':
		'Where £1,000 or more is left under orders, the council may ask for a charge on the home the tax was for.',
	'CT LIABILITY_ORDER BANKRUPTCY':
		'Where £5,000 or more is owed the council may petition for bankruptcy, 21 days after a statutory demand and as a last resort.',
	'CT ENFORCEMENT_AGENT COMMITTAL':
		'If agents find too little to take, a court may ask why it was not paid and, in England only, may commit somebody to prison.',
	'CT ENFORCEMENT_AGENT LIABILITY_ORDER':
		'A debt comes back from the agents when it is recalled, returned or they find too little. One method may follow, the same or another.',
	'CT AEO LIABILITY_ORDER':
		'When an earnings order ends with something left, one method may follow, the same or another.',
	'CT BENEFIT_DEDUCTION LIABILITY_ORDER':
		'When deductions from benefit end with something left, one method may follow.',
	'CT SUMMONS WITHDRAWN':
		'A summons is withdrawn when the sum and costs are paid before the hearing, or nothing was owed.',
	'NDR DEMAND FURTHER_NOTICE': 'A further notice may be sent when an instalment is unpaid.',
	'NDR FURTHER_NOTICE FULL_BALANCE_DUE':
		'Missing the seven days of a further notice, or any later instalment, makes the year’s balance due.',
	'NDR FULL_BALANCE_DUE SUMMONS': 'The council may apply to the court within six years.',
	'NDR SUMMONS LIABILITY_ORDER': 'The court makes an order if the sum is payable and unpaid.',
	'NDR LIABILITY_ORDER ENFORCEMENT_AGENT':
		'Enforcement agents give seven clear days’ notice before a visit.',
	'NDR LIABILITY_ORDER INSOLVENCY':
		'Where an individual owes £5,000 or a company £750, the council may petition, 21 days after a statutory demand.',
	'NDR ENFORCEMENT_AGENT LIABILITY_ORDER':
		'A debt comes back from the agents when it is recalled, returned or they find too little.',
	'HBO DECISION_NOTICE HB_DEDUCTION': 'While Housing Benefit is paid, a sum may be taken from it.',
	'HBO DECISION_NOTICE INVOICE': 'Where Housing Benefit has ended, an invoice is sent.',
	'HBO INVOICE DEA':
		'When an invoice is unpaid for thirty days and nothing is agreed, a share may be taken from wages.',
	'HBO INVOICE DWP_BENEFIT':
		'Where it cannot be taken from Housing Benefit, it may be taken from another benefit.',
	'HBO INVOICE COUNTY_COURT':
		'The decision may be registered, and is then enforced like a county court order.',
	'SUN INVOICE REMINDER': 'A second letter follows when an invoice is overdue.',
	'SUN REMINDER LETTER_OF_CLAIM': 'A letter of claim comes before any court claim.',
	'SUN LETTER_OF_CLAIM CLAIM':
		'No claim for thirty days after the letter, nor for thirty after a reply, and fourteen days’ warning before one.',
	'SUN CLAIM JUDGMENT': 'Judgment follows when nobody answers the claim, or after a hearing.',
	'SUN JUDGMENT ENFORCEMENT': 'A judgment is enforced when an instalment of it is unpaid.',
	'ASC INVOICE SOCIAL_WORK_REVIEW':
		'Social care looks first: capacity, safeguarding, and whether payment can be deferred.',
	'ASC SOCIAL_WORK_REVIEW LETTER_OF_CLAIM':
		'A letter of claim only after a deferred payment was offered and refused, or cannot be had.',
	'ASC LETTER_OF_CLAIM COUNTY_COURT':
		'No claim for thirty days after the letter, and always as a last resort.',
	'RENT MISSED CONTACT': 'We get in touch early, and agree what can be afforded.',
	'RENT CONTACT NOSP': 'A notice of seeking possession may follow a plan that was not kept.',
	'RENT NOSP POSSESSION_CLAIM':
		'A claim 28 days after the notice, not while a benefit claim is open or a plan is kept.',
	'RENT TENANCY_ENDED FTA_LETTER': 'A letter follows the end of the tenancy.',
	'PCN PCN NTO': 'A Notice to Owner follows 28 days after the penalty is served.',
	'PCN NTO CHARGE_CERTIFICATE':
		'After 28 days without payment or a challenge, a charge certificate adds half as much again.',
	'PCN CHARGE_CERTIFICATE ORDER_FOR_RECOVERY':
		'After fourteen days the penalty may be registered with the court, for a fee.',
	'PCN ORDER_FOR_RECOVERY WARRANT':
		'After 21 days without payment or a witness statement, a warrant goes to enforcement agents.',
	'PCN PCN REPRESENTATION':
		'A penalty that came by post can be challenged at once, within 28 days.',
	'BID DEMAND LIABILITY_ORDER': 'The levy is collected as business rates are.'
};
