/** Why something about an account or a password is refused, in words. */
import {
	LONGEST_PASSWORD,
	SHORTEST_PASSWORD,
	type PasswordRefusal
} from '#shared/officers/password.ts';
import type { StaffRefusal } from '#shared/officers/staff.ts';

export const STAFF_REFUSALS: Record<StaffRefusal, string> = {
	'email-taken': 'Somebody has this email address already.',
	'extension-taken': 'Somebody has this extension already.',
	'no-such-team': 'Choose a team. This one is no longer there.',
	'no-such-person': 'This person is no longer there. Reload the page.',
	yourself: 'Ask another administrator to change your own account.'
};

/** Which field a refusal belongs to; the others belong to the whole. */
export const STAFF_REFUSAL_FIELDS: Partial<Record<StaffRefusal, string>> = {
	'email-taken': 'email',
	'extension-taken': 'extension',
	'no-such-team': 'teamId'
};

export const PASSWORD_REFUSALS: Record<PasswordRefusal | 'wrong' | 'too-many', string> = {
	'too-short': `Enter a password of ${SHORTEST_PASSWORD} characters or more. Three words together are good.`,
	'too-long': `Enter a password of ${LONGEST_PASSWORD} characters or fewer.`,
	'too-simple': 'Enter a password that is harder to guess.',
	'names-you': 'Enter a password without your own name in it.',
	wrong: 'Enter the password you have now. This is not it.',
	'too-many': 'There have been too many wrong passwords. Wait 15 minutes, then try again.'
};
