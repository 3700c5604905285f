/**
 * Whether one record names an account that the other is liable on, in words: a benefit claim carries the council tax
 * account it is for, a tenancy the claim that pays its rent. A partner is liable on the same account, so that it joins
 * nobody of another name.
 */

type Holder = {
	source: string;
	accounts: readonly string[];
	namesAccounts: readonly string[];
};

export function linkedAccount(one: Holder, other: Holder): string | null {
	return namedIn(one, other) ?? namedIn(other, one);
}

function namedIn(namer: Holder, { accounts }: Holder): string | null {
	const named = namer.namesAccounts.find((account) => accounts.includes(account));
	if (named === undefined) return null;
	const [stream = ''] = named.split(' ');
	return `${NAMERS[namer.source] ?? 'The other record'} names this ${ACCOUNTS[stream] ?? 'account'}`;
}

const NAMERS: Readonly<Record<string, string>> = {
	benefits: 'The benefit claim',
	housing: 'The tenancy'
};

const ACCOUNTS: Readonly<Record<string, string>> = {
	'council-tax': 'council tax account',
	overpayment: 'benefit claim'
};
