CREATE TABLE "customer_words" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"name" text[] NOT NULL,
	"former" text[] NOT NULL,
	"address" text[] NOT NULL,
	"past" text[] NOT NULL,
	"every" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vocabulary" (
	"word" text NOT NULL,
	"shorts" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_words" ADD CONSTRAINT "customer_words_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_words_by_word" ON "customer_words" USING gin ("every") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "vocabulary_by_beginning" ON "vocabulary" USING btree ("word" collate "C");--> statement-breakpoint
CREATE INDEX "vocabulary_by_short" ON "vocabulary" USING gin ("shorts") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "customer_emails_by_email" ON "customer_emails" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "customers_by_birth" ON "customers" USING btree ("born_on") WHERE "customers"."born_on" is not null;--> statement-breakpoint
drop index customers_by_words;
--> statement-breakpoint
drop index customer_names_by_words;
--> statement-breakpoint
drop index customer_addresses_by_words;
--> statement-breakpoint
create function words_of(written text) returns text[]
language sql immutable strict parallel safe
set search_path = public, pg_catalog
as $$
	select array(select distinct w from unnest(string_to_array(plain_text(written), ' ')) w where w <> '' order by w)
$$;
--> statement-breakpoint
-- As `shared/customers/spelling.ts` leaves letters out: one, or two of a word that may be what two edits made of a long one.
create function shorts_of(word text) returns text[]
language sql immutable strict parallel safe
set search_path = pg_catalog
as $$
	with head as (
		select left(word, 7) as h
	), one as (
		select distinct left(h, i - 1) || substr(h, i + 1) as h from head, generate_series(1, length(h)) i
	), two as (
		select distinct left(h, i - 1) || substr(h, i + 1) as h from one, generate_series(1, length(h)) i
		where length(word) > 5
	)
	select array(select h from head union select h from one union select h from two)
$$;
--> statement-breakpoint
-- What is known of these customers, word by word, and every word that nobody had before. As its owner, because whoever
-- writes a name may write no words of their own.
create function learn_words(about uuid[]) returns void
language plpgsql security definer
set search_path = public, pg_catalog
as $$
begin
	delete from customer_words w using customers c
	where c.id = any(about) and c.joined_to is not null and w.customer_id = c.id;
	insert into customer_words (customer_id, name, former, address, past, every)
	select c.id, f.name, f.former, f.address, f.past,
		array(select distinct w from unnest(f.name || f.former || f.address || f.past) w order by w)
	from (select distinct id from unnest(about) id) a join customers c on c.id = a.id,
		lateral (select words_of(c.given_names || ' ' || c.family_name) as name,
			words_of(coalesce((select string_agg(n.name, ' ') from customer_names n
				where n.customer_id = c.id), '')) as former,
			words_of(coalesce((select string_agg(concat_ws(' ', d.line1, d.line2, d.postcode), ' ')
				from customer_addresses d where d.customer_id = c.id and d.to_on is null), '')) as address,
			words_of(coalesce((select string_agg(concat_ws(' ', d.line1, d.line2, d.postcode), ' ')
				from customer_addresses d where d.customer_id = c.id and d.to_on is not null), '')) as past) f
	where c.joined_to is null
	on conflict (customer_id) do update set name = excluded.name, former = excluded.former,
		address = excluded.address, past = excluded.past, every = excluded.every;
	insert into vocabulary (word, shorts)
	select n.word, shorts_of(n.word)
	from (select distinct w as word from customer_words c, unnest(c.every) w where c.customer_id = any(about)) n
	where length(n.word) < 60
		and not exists (select from vocabulary v where v.word collate "C" = n.word collate "C");
end
$$;
--> statement-breakpoint
revoke all on function learn_words(uuid[]) from public;
--> statement-breakpoint
grant execute on function learn_words(uuid[]) to fairline_app;
--> statement-breakpoint
-- What is learnt here is changed here.
revoke update, delete, truncate on customer_words, vocabulary from fairline_app;
--> statement-breakpoint
create function customers_are_learnt() returns trigger
language plpgsql
set search_path = public, pg_catalog
as $$
declare
	about uuid[];
begin
	if tg_op = 'INSERT' then
		about := array(select id from now_rows);
	else
		about := array(select n.id from now_rows n join was_rows w on w.id = n.id
			where (n.given_names, n.family_name, n.joined_to)
				is distinct from (w.given_names, w.family_name, w.joined_to));
	end if;
	if about <> '{}' then
		perform learn_words(about);
	end if;
	return null;
end
$$;
--> statement-breakpoint
create trigger customers_learnt_when_new after insert on customers
	referencing new table as now_rows for each statement execute function customers_are_learnt();
--> statement-breakpoint
create trigger customers_learnt_when_changed after update on customers
	referencing old table as was_rows new table as now_rows
	for each statement execute function customers_are_learnt();
--> statement-breakpoint
create function facts_are_learnt() returns trigger
language plpgsql
set search_path = public, pg_catalog
as $$
declare
	about uuid[];
begin
	if tg_op = 'INSERT' then
		about := array(select distinct customer_id from now_rows);
	elsif tg_op = 'DELETE' then
		about := array(select distinct customer_id from was_rows);
	else
		about := array(select customer_id from now_rows union select customer_id from was_rows);
	end if;
	if about <> '{}' then
		perform learn_words(about);
	end if;
	return null;
end
$$;
--> statement-breakpoint
create trigger names_learnt_when_new after insert on customer_names
	referencing new table as now_rows for each statement execute function facts_are_learnt();
--> statement-breakpoint
create trigger names_learnt_when_changed after update on customer_names
	referencing old table as was_rows new table as now_rows
	for each statement execute function facts_are_learnt();
--> statement-breakpoint
create trigger names_learnt_when_gone after delete on customer_names
	referencing old table as was_rows for each statement execute function facts_are_learnt();
--> statement-breakpoint
create trigger addresses_learnt_when_new after insert on customer_addresses
	referencing new table as now_rows for each statement execute function facts_are_learnt();
--> statement-breakpoint
create trigger addresses_learnt_when_changed after update on customer_addresses
	referencing old table as was_rows new table as now_rows
	for each statement execute function facts_are_learnt();
--> statement-breakpoint
create trigger addresses_learnt_when_gone after delete on customer_addresses
	referencing old table as was_rows for each statement execute function facts_are_learnt();
--> statement-breakpoint
select learn_words(array(select id from customers));
