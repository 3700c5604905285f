/** A record as it is compared, made by the database as JSON. */

/** Of a row of `known`, with what its customer was called before and where they lived. */
export function matchableSql(k: string): string {
	return `json_build_object('source', ${k}.source, 'kind', ${k}.kind, 'givenNames', ${k}.given_names,
		'isGivenCommon', ${k}.is_given_common,
		'familyName', ${k}.family_name, 'bornOn', ${k}.born_on, 'nino', ${k}.nino, 'e164', ${k}.e164,
		'email', ${k}.email, 'address', case when ${k}.line1 is not null and ${k}.postcode is not null
			then json_build_object('line1', ${k}.line1, 'line2', ${k}.line2, 'postcode', ${k}.postcode) end,
		'accounts', ${k}.accounts, 'namesAccounts', ${k}.names_accounts,
		'formerNames', array(select n.name from customer_names n
			where n.customer_id = ${k}.customer_id and n.kind <> 'trading'),
		'formerAddresses', array(select json_build_object('line1', a.line1, 'line2', a.line2,
			'postcode', a.postcode) from customer_addresses a
			where a.customer_id = ${k}.customer_id and a.to_on is not null))`;
}

/** drizzle takes the parsers off the client it is given, and json comes as its text. */
export function parsed<Value>(value: Value | string): Value {
	return typeof value === 'string' ? (JSON.parse(value) as Value) : value;
}
