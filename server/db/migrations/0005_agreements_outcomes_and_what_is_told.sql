CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"contact_id" uuid NOT NULL,
	"statement" jsonb NOT NULL,
	"left_pence" bigint,
	"usable_pence" bigint,
	"made_on" date NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "one_statement_a_version" UNIQUE("customer_id","version")
);
--> statement-breakpoint
CREATE TABLE "allocations" (
	"arrangement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"debt_id" uuid NOT NULL,
	"amount_pence" bigint NOT NULL,
	CONSTRAINT "allocations_arrangement_id_number_debt_id_pk" PRIMARY KEY("arrangement_id","number","debt_id"),
	CONSTRAINT "an_allocation_is_not_nothing" CHECK ("allocations"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "arrangement_debts" (
	"arrangement_id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"owed_pence" bigint NOT NULL,
	"position" integer NOT NULL,
	"clear_on" date NOT NULL,
	"is_live" boolean DEFAULT true NOT NULL,
	CONSTRAINT "arrangement_debts_arrangement_id_debt_id_pk" PRIMARY KEY("arrangement_id","debt_id"),
	CONSTRAINT "a_plan_clears_something_of_a_debt" CHECK ("arrangement_debts"."owed_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "arrangements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"state" text DEFAULT 'live' NOT NULL,
	"amount_pence" bigint NOT NULL,
	"rhythm" text NOT NULL,
	"method" text NOT NULL,
	"first_on" date NOT NULL,
	"last_on" date NOT NULL,
	"payment_count" integer NOT NULL,
	"total_pence" bigint NOT NULL,
	"agreed_on" date NOT NULL,
	"agreed_at" timestamptz NOT NULL,
	"officer_id" text NOT NULL,
	"role" text NOT NULL,
	"approved_by" text,
	"cites" jsonb NOT NULL,
	"income_proof_by" date,
	"first_review_on" date,
	"ended_on" date,
	CONSTRAINT "arrangements_number_unique" UNIQUE("number"),
	CONSTRAINT "an_arrangement_is_of_something" CHECK ("arrangements"."total_pence" > 0),
	CONSTRAINT "above_the_own_limit_proposer_is_not_approver" CHECK ("arrangements"."approved_by" is null or "arrangements"."approved_by" <> "arrangements"."officer_id")
);
--> statement-breakpoint
CREATE TABLE "instalments" (
	"arrangement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"due_on" date NOT NULL,
	"taken_on" date NOT NULL,
	"is_provisional" boolean NOT NULL,
	"method" text NOT NULL,
	"amount_pence" bigint NOT NULL,
	CONSTRAINT "instalments_arrangement_id_number_pk" PRIMARY KEY("arrangement_id","number"),
	CONSTRAINT "an_instalment_is_not_nothing" CHECK ("instalments"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"amount_pence" bigint NOT NULL,
	"method" text NOT NULL,
	"by_on" date NOT NULL,
	"holds_until_on" date NOT NULL,
	"state" text DEFAULT 'live' NOT NULL,
	"officer_id" text NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "a_promise_is_of_something" CHECK ("promises"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"officer_id" text NOT NULL,
	"team_id" text NOT NULL,
	"role" text NOT NULL,
	"needs" jsonb NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"leader_id" text,
	"opened_at" timestamptz,
	"decided_at" timestamptz,
	CONSTRAINT "proposer_is_not_approver" CHECK ("approvals"."leader_id" is null or "approvals"."leader_id" <> "approvals"."officer_id"),
	CONSTRAINT "a_decision_has_somebody_and_a_time" CHECK ("approvals"."state" not in ('granted', 'refused') or ("approvals"."leader_id" is not null and "approvals"."decided_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "callbacks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"due_at" timestamptz NOT NULL,
	"owner_id" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'due' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"entitlement" text NOT NULL,
	"on_account_pence" bigint,
	"started_on" date NOT NULL,
	"owner_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commits" (
	"contact_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"commit_id" uuid NOT NULL,
	"officer_id" text NOT NULL,
	"body_digest" text NOT NULL,
	"result" jsonb NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "commits_contact_id_key_pk" PRIMARY KEY("contact_id","key"),
	CONSTRAINT "commits_commitId_unique" UNIQUE("commit_id")
);
--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"commit_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"officer_id" text NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"at" timestamptz NOT NULL,
	"amount_pence" bigint,
	"cites" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instructions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "instructions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"debt_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"because" text NOT NULL,
	"send_by_at" timestamptz NOT NULL,
	"state" text DEFAULT 'to-send' NOT NULL,
	"given_at" timestamptz NOT NULL,
	"told_at" timestamptz,
	"confirmed_at" timestamptz,
	"tries" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"arrangement_id" uuid,
	"letter" text NOT NULL,
	"channel" text NOT NULL,
	"is_large_print" boolean NOT NULL,
	"pdf" "bytea" NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"queued_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamptz NOT NULL,
	"officer_id" text,
	"act" text NOT NULL,
	"contact_id" uuid,
	"customer_id" uuid,
	"subject_id" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "an_allocation_is_of_an_instalment" FOREIGN KEY ("arrangement_id","number") REFERENCES "public"."instalments"("arrangement_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "an_allocation_is_to_a_debt_of_the_plan" FOREIGN KEY ("arrangement_id","debt_id") REFERENCES "public"."arrangement_debts"("arrangement_id","debt_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangement_debts" ADD CONSTRAINT "arrangement_debts_arrangement_id_arrangements_id_fk" FOREIGN KEY ("arrangement_id") REFERENCES "public"."arrangements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangement_debts" ADD CONSTRAINT "arrangement_debts_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangement_debts" ADD CONSTRAINT "arrangement_debts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangements" ADD CONSTRAINT "arrangements_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalments" ADD CONSTRAINT "instalments_arrangement_id_arrangements_id_fk" FOREIGN KEY ("arrangement_id") REFERENCES "public"."arrangements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callbacks" ADD CONSTRAINT "callbacks_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commits" ADD CONSTRAINT "commits_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_arrangement_id_arrangements_id_fk" FOREIGN KEY ("arrangement_id") REFERENCES "public"."arrangements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "statements_by_contact" ON "statements" USING btree ("contact_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_arrangement_per_debt_and_person" ON "arrangement_debts" USING btree ("debt_id","customer_id") WHERE "arrangement_debts"."is_live";--> statement-breakpoint
CREATE INDEX "arrangements_by_customer" ON "arrangements" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "instalments_by_day" ON "instalments" USING btree ("taken_on");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_promise_a_debt" ON "promises" USING btree ("debt_id") WHERE "promises"."state" = 'live';--> statement-breakpoint
CREATE INDEX "promises_by_debt" ON "promises" USING btree ("debt_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_approval_a_contact" ON "approvals" USING btree ("contact_id") WHERE "approvals"."state" in ('waiting', 'opened');--> statement-breakpoint
CREATE INDEX "approvals_by_team" ON "approvals" USING btree ("team_id","asked_at");--> statement-breakpoint
CREATE INDEX "callbacks_by_owner" ON "callbacks" USING btree ("owner_id","due_at");--> statement-breakpoint
CREATE INDEX "claims_by_customer" ON "claims" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "outcomes_by_day" ON "outcomes" USING btree ("on_day","team_id");--> statement-breakpoint
CREATE INDEX "outcomes_by_contact" ON "outcomes" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "instructions_to_send" ON "instructions" USING btree ("id") WHERE "instructions"."state" = 'to-send';--> statement-breakpoint
CREATE INDEX "instructions_by_contact" ON "instructions" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "letters_by_contact" ON "letters" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "audit_by_customer" ON "audit" USING btree ("customer_id","at");