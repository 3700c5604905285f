CREATE TABLE "agent_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"agent" text NOT NULL,
	"given_on" date NOT NULL,
	"stage" text NOT NULL,
	"fees_pence" bigint DEFAULT 0 NOT NULL,
	"fees_told_on" date,
	"visited_on" date,
	"ended_on" date
);
--> statement-breakpoint
CREATE TABLE "steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"method" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "confirmations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamptz,
	CONSTRAINT "withdrawal_says_who_and_when" CHECK (("confirmations"."withdrawn_at" is null) = ("confirmations"."withdrawn_by" is null))
);
--> statement-breakpoint
ALTER TABLE "liabilities" ADD COLUMN "exception" text;--> statement-breakpoint
ALTER TABLE "liabilities" ADD COLUMN "exception_from_on" date;--> statement-breakpoint
ALTER TABLE "liabilities" ADD COLUMN "exception_to_on" date;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD COLUMN "cites" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD COLUMN "officer_id" text;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD COLUMN "undoes_id" uuid;--> statement-breakpoint
ALTER TABLE "agent_cases" ADD CONSTRAINT "agent_cases_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "steps" ADD CONSTRAINT "steps_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_recorded_by_auth_user_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmations" ADD CONSTRAINT "confirmations_withdrawn_by_auth_user_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_agent_at_a_time" ON "agent_cases" USING btree ("debt_id") WHERE "agent_cases"."ended_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_step_at_a_time" ON "steps" USING btree ("debt_id","customer_id") WHERE "steps"."to_on" is null;--> statement-breakpoint
CREATE INDEX "steps_by_customer" ON "steps" USING btree ("customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_confirmation_of_a_rule" ON "confirmations" USING btree ("rule_id") WHERE "confirmations"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_undoes_id_stage_changes_id_fk" FOREIGN KEY ("undoes_id") REFERENCES "public"."stage_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liabilities" ADD CONSTRAINT "exception_has_its_first_day" CHECK (("liabilities"."exception" is null) = ("liabilities"."exception_from_on" is null));