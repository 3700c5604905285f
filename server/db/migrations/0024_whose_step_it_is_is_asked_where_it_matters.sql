ALTER TABLE "contact_events" DROP CONSTRAINT "one_event_a_key";--> statement-breakpoint
CREATE UNIQUE INDEX "one_event_a_key" ON "contact_events" USING btree ("contact_id","key") WHERE "contact_events"."key" is not null;
--> statement-breakpoint
-- Of a debt that stands, or once stood, at a step that takes from one person: null where nothing says that the step is
-- not theirs, and else since when it stood where that comes out of. A function, because a part of a statement costs its
-- planning and opening even where it is never asked, and few debts come to such a step.
create function anothers_step(of_debt uuid, at_stage text, for_customer uuid) returns json
language plpgsql stable
set search_path = public, pg_catalog
as $$
begin
	if not exists (select from liabilities o
			where o.debt_id = of_debt and o.customer_id <> for_customer and o.stands)
		or exists (select from steps t
			where t.debt_id = of_debt and t.customer_id = for_customer and t.method = at_stage)
		or exists (select from entries n where n.debt_id = of_debt and n.kind = 'payment'
			and n.method = 'deduction' and n.payer_id = for_customer) then
		return null;
	end if;
	return json_build_object('outOfOn', (select max(s.reached_on) from stage_changes s
		where s.debt_id = of_debt and s.stage in ('LIABILITY_ORDER', 'INVOICE', 'DECISION_NOTICE')));
end $$;
