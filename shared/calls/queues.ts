/** What a queue is called on a screen. A switch knows it by a short name of its own; one that is not listed is spelt out. */
const NAMES: Readonly<Record<string, string>> = {
	'council-tax': 'Council Tax arrears',
	'business-rates': 'Business rates arrears',
	'benefit-overpayments': 'Benefit overpayments',
	parking: 'Parking penalties',
	invoices: 'Unpaid invoices'
};

export function queueName(queue: string): string {
	const known = Object.hasOwn(NAMES, queue) ? NAMES[queue] : undefined;
	if (known) return known;
	const words = queue.replaceAll(/[-_]+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
