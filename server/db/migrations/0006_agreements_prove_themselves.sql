-- What is written once and never changed by the application.
select make_append_only('instalments');
--> statement-breakpoint
select make_append_only('allocations');
--> statement-breakpoint
select make_append_only('statements');
--> statement-breakpoint
select make_append_only('outcomes');
--> statement-breakpoint
select make_append_only('commits');
--> statement-breakpoint
select make_append_only('audit');
--> statement-breakpoint
-- The figures of an agreement stand as they were agreed; only its life goes on.
revoke update, delete, truncate on arrangements, arrangement_debts from fairline_app;
--> statement-breakpoint
grant update (state, ended_on) on arrangements to fairline_app;
--> statement-breakpoint
grant update (is_live) on arrangement_debts to fairline_app;
--> statement-breakpoint
-- The last part of an agreement's number; a number given to a commit that failed is not given again.
create sequence agreement_numbers;
--> statement-breakpoint
grant usage on sequence agreement_numbers to fairline_app;
--> statement-breakpoint
-- Looked at when the transaction ends, so that a plan may be written table by table.
create function arrangement_sums_hold() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
	line jsonb := to_jsonb(coalesce(new, old));
	touched uuid := coalesce(line ->> 'arrangement_id', line ->> 'id');
	plan record;
	wrong text;
begin
	select total_pence as total, payment_count as payments into plan
		from public.arrangements where id = touched;
	if plan.total is distinct from
			(select sum(amount_pence) from public.instalments where arrangement_id = touched)
		or plan.payments is distinct from
			(select count(*)::int from public.instalments where arrangement_id = touched) then
		raise exception 'The payments of the arrangement % do not sum to it.', touched
			using errcode = 'check_violation', constraint = 'instalments_sum_to_the_plan';
	end if;
	if plan.total is distinct from
			(select sum(owed_pence) from public.arrangement_debts where arrangement_id = touched) then
		raise exception 'The debts of the arrangement % do not sum to it.', touched
			using errcode = 'check_violation', constraint = 'debts_sum_to_the_plan';
	end if;
	select string_agg(i.number::text, ', ') into wrong
		from public.instalments i
		where i.arrangement_id = touched and i.amount_pence is distinct from (
			select sum(a.amount_pence) from public.allocations a
			where a.arrangement_id = i.arrangement_id and a.number = i.number);
	if wrong is not null then
		raise exception 'The parts of payments % of the arrangement % do not sum to them.', wrong, touched
			using errcode = 'check_violation', constraint = 'allocations_sum_to_the_instalment';
	end if;
	if exists (
		select from public.arrangement_debts d
		where d.arrangement_id = touched and d.owed_pence is distinct from (
			select sum(a.amount_pence) from public.allocations a
			where a.arrangement_id = d.arrangement_id and a.debt_id = d.debt_id)) then
		raise exception 'The arrangement % does not clear a debt to the penny.', touched
			using errcode = 'check_violation', constraint = 'allocations_sum_to_the_debt';
	end if;
	return null;
end
$$;
--> statement-breakpoint
create constraint trigger instalments_sum_to_the_plan
	after insert on arrangements
	deferrable initially deferred
	for each row execute function arrangement_sums_hold();
--> statement-breakpoint
create constraint trigger instalments_sum_to_the_plan
	after insert or update or delete on instalments
	deferrable initially deferred
	for each row execute function arrangement_sums_hold();
--> statement-breakpoint
create constraint trigger allocations_sum_to_the_instalment
	after insert or update or delete on allocations
	deferrable initially deferred
	for each row execute function arrangement_sums_hold();
--> statement-breakpoint
-- An agreement is never for more than is owed when it is made. A joint debt is in each person's own plan with its whole
-- balance (council policy), so that it is asked of each arrangement by itself.
create function arrangement_within_balance() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
	owed bigint;
begin
	select balance_pence into owed from public.debts where id = new.debt_id;
	if new.owed_pence > owed then
		raise exception 'The arrangement % is for more than is owed on the debt %.',
			new.arrangement_id, new.debt_id
			using errcode = 'check_violation', constraint = 'an_arrangement_is_within_the_balance';
	end if;
	return null;
end
$$;
--> statement-breakpoint
create constraint trigger an_arrangement_is_within_the_balance
	after insert on arrangement_debts
	deferrable initially deferred
	for each row execute function arrangement_within_balance();
