import { expect, it } from 'vitest';
import { debtThat } from '../../../tests/builders/debts.ts';
import { meansOf, offerOf, planned, requestOf } from '../../../tests/builders/plans.ts';
import { recommendationOf } from './recommending.ts';

// £125.00 a month clears it in an officer's 24 months.
const ORDER = debtThat({ id: 'Council Tax 2025 to 2026', owes: 3000_00 });
const within = (left: number, usable: number) =>
	requestOf([ORDER], { means: meansOf(left, usable) });

it.each([
	[
		'all that is usable, and longer than an officer may agree',
		100_00,
		'Recommend approve. £100.00 a month is all that is usable, and only the length needs you.'
	],
	[
		'near it',
		95_00,
		'Recommend approve. £95.00 a month is near all that is usable, £100.00, and only the length needs you.'
	],
	['not near it', 94_99, null]
])('a request says of itself, where the payment is %s: %i', (_, amount, says) => {
	const request = within(112_00, 100_00);
	expect(recommendationOf(planned(offerOf(amount), request), request)).toBe(says);
});

it('says nothing of a plan that is the officer’s own, above what is usable, or without a statement', () => {
	const rich = within(150_00, 130_00);
	expect(recommendationOf(planned(offerOf(130_00), rich), rich)).toBeNull();
	const poor = within(112_00, 100_00);
	const above = offerOf(101_00, { aboveUsableBecause: 'Her mother helps' });
	expect(recommendationOf(planned(above, poor), poor)).toBeNull();
	const untold = requestOf([ORDER]);
	expect(recommendationOf(planned(offerOf(100_00), untold), untold)).toBeNull();
});
