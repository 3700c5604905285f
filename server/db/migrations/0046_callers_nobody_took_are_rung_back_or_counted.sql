CREATE TABLE "left_calls" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"queue" text,
	"left_at" timestamptz NOT NULL,
	"on_day" date NOT NULL,
	"because" text NOT NULL,
	"state" text NOT NULL,
	"customer_id" uuid,
	"number" text,
	"due_at" timestamptz,
	"expires_at" timestamptz,
	"claimed_by" text,
	"claimed_at" timestamptz,
	"ended_at" timestamptz,
	CONSTRAINT "a_live_back_can_be_rung" CHECK ("left_calls"."state" not in ('due', 'claimed') or ("left_calls"."number" is not null and "left_calls"."due_at" is not null
				and "left_calls"."expires_at" is not null)),
	CONSTRAINT "a_claimed_back_is_somebodys" CHECK ("left_calls"."state" <> 'claimed' or ("left_calls"."claimed_by" is not null and "left_calls"."claimed_at" is not null)),
	CONSTRAINT "a_counted_one_has_no_number" CHECK ("left_calls"."state" <> 'counted' or "left_calls"."number" is null)
);
--> statement-breakpoint
CREATE TABLE "rung_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rung_for" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"customer_id" uuid,
	"number" text NOT NULL,
	"officer_id" text NOT NULL,
	"is_asked_for" boolean NOT NULL,
	"on_day" date NOT NULL,
	"at" timestamptz NOT NULL,
	"rung_on" text,
	"rung_as" text,
	"state" text DEFAULT 'asked' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "left_calls" ADD CONSTRAINT "left_calls_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "left_calls" ADD CONSTRAINT "left_calls_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rung_calls" ADD CONSTRAINT "rung_calls_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_back_a_number" ON "left_calls" USING btree ("number") WHERE "left_calls"."state" in ('due', 'claimed');--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_back_a_customer" ON "left_calls" USING btree ("customer_id") WHERE "left_calls"."state" in ('due', 'claimed');--> statement-breakpoint
CREATE INDEX "left_calls_live" ON "left_calls" USING btree ("due_at") WHERE "left_calls"."state" in ('due', 'claimed');--> statement-breakpoint
CREATE INDEX "left_calls_by_day" ON "left_calls" USING btree ("on_day");--> statement-breakpoint
CREATE INDEX "rung_calls_by_customer" ON "rung_calls" USING btree ("customer_id","on_day");--> statement-breakpoint
CREATE INDEX "rung_calls_by_number" ON "rung_calls" USING btree ("number","on_day");--> statement-breakpoint
CREATE INDEX "rung_calls_by_subject" ON "rung_calls" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "answers_and_ends_by_time" ON "contact_events" USING btree ("type","at") WHERE "contact_events"."type" in ('answered', 'callEnded');