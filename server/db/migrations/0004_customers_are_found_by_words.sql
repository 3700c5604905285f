-- Words are searched without accents, case or punctuation, as `shared/customers/plain-words.ts` writes them: an
-- apostrophe joins, anything else parts. No extension is needed, so that an ordinary owner of a database may do this.
create function plain_text(written text) returns text
language sql immutable strict parallel safe
set search_path = pg_catalog
as $$
	select btrim(regexp_replace(
		replace(replace(replace(replace(
			translate(
				lower(regexp_replace(normalize(written, NFD), '[\u0300-\u036f]', '', 'g')),
				'øłđðı''’ʼ`', 'olddi'),
			'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), 'þ', 'th'),
		'[^[:alnum:]]+', ' ', 'g'))
$$;
--> statement-breakpoint
create index customers_by_words on customers
	using gin (to_tsvector('simple', plain_text(given_names || ' ' || family_name)));
--> statement-breakpoint
create index customer_names_by_words on customer_names
	using gin (to_tsvector('simple', plain_text(name)));
--> statement-breakpoint
create index customer_addresses_by_words on customer_addresses
	using gin (to_tsvector('simple', plain_text(line1 || ' ' || coalesce(line2, '') || ' ' || postcode)));
--> statement-breakpoint
create index debts_by_whole_reference on debts (reference);
