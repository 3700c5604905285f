/** Whether such an account can be: its number fits its sort code by the banks' own modulus check. No more is known of it. */
import { validateAccountDetails } from 'uk-modulus-check';
import type { ChangeValues } from '../../shared/customers/changes/kinds.ts';

export function canBeAnAccount({ sortCode = '', accountNumber = '' }: ChangeValues): boolean {
	return validateAccountDetails(sortCode, accountNumber);
}
