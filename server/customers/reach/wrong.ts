/** Whether a number was reported not to be a customer's, for statements that would link it to them or rest on it. */

/** Both are columns of the surrounding statement. */
export function isWrong(customer: string, number: string): string {
	return `exists (select from wrong_numbers x where x.customer_id = ${customer}
		and x.e164 = ${number} and x.withdrawn_at is null)`;
}
