-- What the application may do, and what the books hold true by themselves.
-- fairline_app is the role every connection of the application runs as; the owner migrates, seeds and redacts.
-- Roles belong to the whole server, so another database of it may have made the role a moment ago.
do $$
begin
	if not exists (select from pg_roles where rolname = 'fairline_app') then
		begin
			create role fairline_app nologin;
		exception
			when duplicate_object or unique_violation then null;
			when insufficient_privilege then
				raise exception 'The role fairline_app does not exist and % may not create it.', current_user
					using hint = format(
						'As an administrator of the server: create role fairline_app nologin; grant fairline_app to %I;',
						current_user
					);
		end;
	end if;
	if not pg_has_role(current_user, 'fairline_app', 'SET') then
		execute format('grant fairline_app to %I', current_user);
	end if;
end
$$;
--> statement-breakpoint
grant usage on schema public to fairline_app;
--> statement-breakpoint
grant select, insert, update, delete on all tables in schema public to fairline_app;
--> statement-breakpoint
grant usage on all sequences in schema public to fairline_app;
--> statement-breakpoint
alter default privileges in schema public grant select, insert, update, delete on tables to fairline_app;
--> statement-breakpoint
alter default privileges in schema public grant usage on sequences to fairline_app;
--> statement-breakpoint
-- A later migration that makes an append-only table calls this for it.
create function make_append_only(target regclass) returns void
language plpgsql as $$
begin
	execute format('revoke update, delete, truncate on %s from fairline_app', target);
end
$$;
--> statement-breakpoint
revoke execute on function make_append_only(regclass) from public;
--> statement-breakpoint
select make_append_only('entries');
--> statement-breakpoint
select make_append_only('contact_events');
--> statement-breakpoint
-- Words typed may be deleted by the retention role alone, and changed by nobody.
select make_append_only('contact_event_details');
--> statement-breakpoint
-- A debt is never deleted, and its balance and identity are not the application's to change. A later column of
-- debts is granted by the migration that adds it.
revoke update, delete, truncate on debts from fairline_app;
--> statement-breakpoint
grant update (stream, reference, title, from_on, until_on, stage, stage_on, facts, source)
	on debts to fairline_app;
--> statement-breakpoint
-- A balance can only come from entries, whoever writes the debt.
create function debt_begins_at_nothing() returns trigger
language plpgsql as $$
begin
	raise exception 'A debt begins at nothing: its balance comes from entries.'
		using errcode = 'check_violation';
end
$$;
--> statement-breakpoint
create trigger debt_begins_at_nothing
	before insert on debts
	for each row when (new.balance_pence <> 0)
	execute function debt_begins_at_nothing();
--> statement-breakpoint
-- Debts are locked in the order of their ids, as every command locks them, so that two sets cannot wait for each other.
create function move_balances() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
	perform from public.debts
		where id in (select debt_id from added)
		order by id
		for no key update;
	update public.debts
		set balance_pence = debts.balance_pence + moved.pence
		from (
			select debt_id, sum(amount_pence)::bigint as pence
			from added
			where debt_id is not null
			group by debt_id
		) as moved
		where debts.id = moved.debt_id;
	return null;
end
$$;
--> statement-breakpoint
create trigger entries_move_balances
	after insert on entries
	referencing new table as added
	for each statement execute function move_balances();
--> statement-breakpoint
-- Looked at when the transaction ends, so that a set may be written line by line.
create function entry_set_sums_to_nothing() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
	touched uuid := coalesce(new.set_id, old.set_id);
	total numeric;
begin
	select sum(amount_pence) into total from public.entries where set_id = touched;
	if total <> 0 then
		raise exception 'The entry set % does not sum to nothing: % pence are left over.', touched, total
			using errcode = 'check_violation';
	end if;
	return null;
end
$$;
--> statement-breakpoint
create constraint trigger entry_set_sums_to_nothing
	after insert or update or delete on entries
	deferrable initially deferred
	for each row execute function entry_set_sums_to_nothing();
