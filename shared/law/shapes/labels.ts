/** What a field of policy is called, in words that a manager would use: never the name it has in a file. */

/** Where the name itself, read out, would not say it. */
const WORDS: Readonly<Record<string, string>> = {
	keepsPercent: 'Kept back by the household, in percent',
	keepsLeast: 'Kept back by the household, at least',
	aboveUsable: 'Who may agree more than is usable',
	savingsPercent: 'Savings, in percent of what is left over',
	savingsMost: 'Savings a month, at most',
	leastUsable: 'Least usable for any plan, a month',
	holdDays: 'Longest hold, in days',
	holdBy: 'Who may give the hold',
	outcomes: 'What is done or declined first',
	wholeUnit: 'First suggestion in steps of',
	yearEnd: 'Last day of the council’s year',
	ranks: 'Order in which debts are paid, the first first',
	hearingWithinDays: 'A hearing counts as near within so many days',
	questionsMostPayments: 'Three questions are enough up to so many payments',
	questionsUnder: 'Three questions are enough under',
	fiveTotalsMonths: 'Five totals are enough up to so many months',
	incomeProofOverMonths: 'Proof of income over so many months',
	incomeProofDays: 'Days to send proof of income',
	adviceOverMonths: 'Debt advice is offered over so many months',
	daysAfterPayDay: 'First payment, days after the next pay day at most',
	daysAfterAgreement: 'First payment, days after agreement at most',
	directDebitWorkingDays: 'Working days of notice for a Direct Debit',
	overdraftPercent: 'Of an agreed overdraft a lean week may use, in percent',
	title: 'What it is called',
	inPlan: 'How it is in a plan',
	isNonPriority: 'Counts as non-priority',
	clearBy: 'Clear by',
	usual: 'as a rule',
	older: 'for an earlier year',
	company: 'for a company',
	officer: 'an officer',
	leader: 'a team leader',
	manager: 'a manager',
	plusMonths: 'months after 31 March',
	least: 'Least while it is owed',
	every: 'for each',
	onlyTheOldest: 'on the oldest only',
	stops: 'What agreeing stops',
	doesNotStop: 'What agreeing does not stop',
	outside: 'Where it is outside',
	instead: 'what the customer can do instead',
	mayAgree: 'who may agree it',
	keptPercent: 'Kept when so many percent are paid',
	keptWithin: 'Kept when no more is missing than',
	workingDays: 'Working days after the due date',
	callbackOnDay: 'Call-back offered on day',
	daysToPutRight: 'Days to put it right',
	retryOnce: 'Bank’s codes after which it is asked for once more',
	looks: 'Who looks before a plan is called broken',
	daysOfLetter: 'Days of the letter',
	officerOncePerMonths: 'An officer may agree again once in so many months',
	second: 'Who agrees the second time',
	third: 'Who agrees the third time',
	breakMonthsAYear: 'Months of a break in a year',
	everyMonths: 'Reviewed every so many months',
	overMonths: 'Reviewed where longer than so many months',
	workingDaysHeld: 'Working days held after its date',
	lengths: 'Days of a hold',
	'application-pending': 'a discount or support claim',
	adviser: 'a debt adviser',
	'support-review': 'a support review',
	deceased: 'a bereavement',
	'no-surplus': 'nothing left to pay with',
	moreDays: 'and more',
	newsEveryWeeks: 'News after a bereavement, every so many weeks',
	most: 'At most',
	hours: 'Hours, Monday first',
	sampledOneIn: 'Looked at again, one in',
	knownOnlyToThem: 'of them known only to the customer',
	moreOnExtraCheck: 'More on a record with extra checks',
	wrongStops: 'Wrong answers that end the check',
	asks: 'Asked before it is changed',
	isFresh: 'asked anew',
	stronger: 'one of these among them',
	bank: 'bank details',
	minutesToUndo: 'Minutes in which a change can be undone',
	recentDays: 'A change is recent for so many days',
	systems: 'System',
	sendBy: 'told by',
	at: 'recovery runs at',
	weekdays: 'on these days, Monday is 1',
	other: 'any other',
	mostAdded: 'Times a minute may be added',
	daysApart: 'Days an entry may be apart',
	daysWaiting: 'Days until an entry is asked about',
	daysFresh: 'Days for which figures are fresh',
	linkedFrom: 'Joined from so many points',
	reviewFrom: 'Looked at by a person from so many points',
	closeCall: 'A close call within so many points',
	keys: 'Points for the same',
	nino: 'National Insurance number',
	'family-only': 'the family name only',
	'misspelt-given': 'a misspelt first name',
	'other-family': 'another family name',
	'other-given': 'another first name',
	born: 'Date of birth',
	slip: 'a slip of the pen',
	counters: 'Counter networks with barcodes',
	name: 'what it is called',
	begins: 'the council’s number there',
	digits: 'digits of the barcode in all',
	check: 'its check digit',
	advisers: 'Who gives debt advice, one on a line',
	says: 'What is said',
	councilTaxSummons: 'Added by a Council Tax summons',
	ratesSummons: 'Added by a business rates summons',
	councilTaxOrder: 'Added by a Council Tax liability order',
	ratesOrder: 'Added by a business rates liability order'
};

export function asChoice(value: string): { value: string; label: string } {
	return { value, label: sentenceOf(value) };
}

/** `least.every` is "Least while it is owed, for each". */
export function labelOf(path: readonly string[]): string {
	const parts = path.map((name) =>
		/^\d+$/.test(name) ? String(Number(name) + 1) : (WORDS[name] ?? spaced(name))
	);
	const text = parts.join(', ');
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function sentenceOf(text: string): string {
	const plain = spaced(text);
	return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

function spaced(name: string): string {
	return name
		.replaceAll('-', ' ')
		.replaceAll(
			/([a-z])([A-Z])/g,
			(_, before: string, after: string) => `${before} ${after.toLowerCase()}`
		);
}
