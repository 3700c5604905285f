ALTER TABLE "receipts" ADD COLUMN "arrangement_id" uuid;--> statement-breakpoint
ALTER TABLE "arrangement_debts" ADD COLUMN "least_pence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "arrangement_debts" ADD COLUMN "court_sum_pence" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "arrangement_debts" ADD COLUMN "within_pay_days" integer;--> statement-breakpoint
ALTER TABLE "arrangements" ADD COLUMN "payment_reference" text;--> statement-breakpoint
-- The number inside a payment's reference; one given to an offer that came to nothing is not given again.
create sequence payment_references maxvalue 9999999;
--> statement-breakpoint
grant usage on sequence payment_references to fairline_app;
--> statement-breakpoint
-- Those there are get theirs now, by the rule of shared/income/plan-reference.ts: numbers without a check digit are passed over.
do $$
declare
	plan record;
	body text;
	last int;
begin
	for plan in select id from arrangements order by agreed_at, id loop
		loop
			body := '90' || lpad(nextval('payment_references')::text, 7, '0');
			select (11 - sum(substr(body, at, 1)::int * (11 - at)) % 11) % 11 into last
				from generate_series(1, 9) as at;
			exit when last < 10;
		end loop;
		update arrangements set payment_reference = body || last where id = plan.id;
	end loop;
end $$;
--> statement-breakpoint
-- What watches the sums of a plan looks now: a table is not altered while it waits.
set constraints all immediate;
--> statement-breakpoint
ALTER TABLE "arrangements" ALTER COLUMN "payment_reference" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "amount_pence" bigint;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "on_day" date;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "set_id" uuid;--> statement-breakpoint
CREATE INDEX "receipts_by_plan" ON "receipts" USING btree ("arrangement_id") WHERE "receipts"."arrangement_id" is not null;--> statement-breakpoint
ALTER TABLE "arrangements" ADD CONSTRAINT "one_plan_a_payment_reference" UNIQUE("payment_reference");