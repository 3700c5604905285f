CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "auth_rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"role" text DEFAULT 'officer' NOT NULL,
	"extension" text,
	"team_id" text NOT NULL,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email"),
	CONSTRAINT "auth_user_extension_unique" UNIQUE("extension")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text,
	"town" text NOT NULL,
	"postcode" text NOT NULL,
	"uprn" text,
	"from_on" date NOT NULL,
	"to_on" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_emails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"email" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_phones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"raw" text NOT NULL,
	"confirmed_on" date,
	"from_on" date NOT NULL,
	"to_on" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"given_names" text DEFAULT '' NOT NULL,
	"family_name" text NOT NULL,
	"born_on" date,
	"died_on" date,
	"is_restricted" boolean DEFAULT false NOT NULL,
	"needs_extra_check" boolean DEFAULT false NOT NULL,
	"is_safe_contact" boolean DEFAULT false NOT NULL,
	"language" text,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "support_needs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"need" text NOT NULL,
	"adjustment" text NOT NULL,
	"consent" text NOT NULL,
	"review_on" date,
	"from_on" date NOT NULL,
	"to_on" date,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "debts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stream" text NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"stage" text NOT NULL,
	"stage_on" date NOT NULL,
	"balance_pence" bigint DEFAULT 0 NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "debts_by_reference" UNIQUE("stream","reference","title")
);
--> statement-breakpoint
CREATE TABLE "dues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"amount_pence" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"set_id" uuid NOT NULL,
	"debt_id" uuid,
	"fund" text,
	"amount_pence" bigint NOT NULL,
	"kind" text NOT NULL,
	"entered_on" date NOT NULL,
	"at" timestamptz NOT NULL,
	"source" text NOT NULL,
	"source_reference" text,
	"method" text,
	"payer_id" uuid,
	"officer_id" text,
	CONSTRAINT "entry_is_on_a_debt_or_on_a_fund" CHECK (num_nonnulls("entries"."debt_id", "entries"."fund") = 1),
	CONSTRAINT "entry_is_not_nothing" CHECK ("entries"."amount_pence" <> 0)
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"reference" text,
	"lifted_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "liabilities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date
);
--> statement-breakpoint
CREATE TABLE "stage_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"reached_on" date NOT NULL,
	"cost_pence" bigint DEFAULT 0 NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_drafts" (
	"contact_id" uuid NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "contact_drafts_contact_id_field_pk" PRIMARY KEY("contact_id","field")
);
--> statement-breakpoint
CREATE TABLE "contact_event_details" (
	"contact_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"salt" text NOT NULL,
	"words" jsonb NOT NULL,
	CONSTRAINT "contact_event_details_contact_id_seq_pk" PRIMARY KEY("contact_id","seq")
);
--> statement-breakpoint
CREATE TABLE "contact_events" (
	"contact_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamptz NOT NULL,
	"officer_id" text,
	"body" jsonb NOT NULL,
	"key" uuid,
	"digest" text,
	CONSTRAINT "contact_events_contact_id_seq_pk" PRIMARY KEY("contact_id","seq"),
	CONSTRAINT "one_event_a_key" UNIQUE("contact_id","key")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"source" text,
	"source_contact_id" text,
	"presentation" text,
	"caller_number" text,
	"officer_ids" text[] DEFAULT '{}' NOT NULL,
	"version" integer NOT NULL,
	"started_at" timestamptz NOT NULL,
	"closed_at" timestamptz,
	CONSTRAINT "one_contact_a_call" UNIQUE("source","source_contact_id"),
	CONSTRAINT "a_withheld_call_has_no_number" CHECK ("contacts"."caller_number" is null or "contacts"."presentation" in ('allowed', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "tiles" (
	"officer_id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"version" bigint NOT NULL,
	"state" jsonb NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_user" ADD CONSTRAINT "auth_user_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_emails" ADD CONSTRAINT "customer_emails_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_names" ADD CONSTRAINT "customer_names_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_phones" ADD CONSTRAINT "customer_phones_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_needs" ADD CONSTRAINT "support_needs_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dues" ADD CONSTRAINT "dues_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_payer_id_customers_id_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liabilities" ADD CONSTRAINT "liabilities_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "liabilities" ADD CONSTRAINT "liabilities_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_changes" ADD CONSTRAINT "stage_changes_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_drafts" ADD CONSTRAINT "contact_drafts_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_events" ADD CONSTRAINT "contact_events_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tiles" ADD CONSTRAINT "tiles_officer_id_auth_user_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tiles" ADD CONSTRAINT "tiles_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_addresses_by_customer" ON "customer_addresses" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_addresses_by_postcode" ON "customer_addresses" USING btree ("postcode");--> statement-breakpoint
CREATE INDEX "customer_emails_by_customer" ON "customer_emails" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_names_by_customer" ON "customer_names" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_phones_by_number" ON "customer_phones" USING btree ("e164");--> statement-breakpoint
CREATE INDEX "customer_phones_by_customer" ON "customer_phones" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customers_by_family_name" ON "customers" USING btree ("family_name");--> statement-breakpoint
CREATE INDEX "support_needs_by_customer" ON "support_needs" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "dues_by_debt" ON "dues" USING btree ("debt_id");--> statement-breakpoint
CREATE INDEX "entries_by_debt" ON "entries" USING btree ("debt_id","entered_on");--> statement-breakpoint
CREATE INDEX "entries_by_set" ON "entries" USING btree ("set_id");--> statement-breakpoint
CREATE INDEX "holds_by_debt" ON "holds" USING btree ("debt_id");--> statement-breakpoint
CREATE INDEX "holds_by_customer" ON "holds" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "liabilities_by_customer" ON "liabilities" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "liabilities_by_debt" ON "liabilities" USING btree ("debt_id");--> statement-breakpoint
CREATE INDEX "stage_changes_by_debt" ON "stage_changes" USING btree ("debt_id");--> statement-breakpoint
CREATE INDEX "contacts_open" ON "contacts" USING btree ("started_at") WHERE "contacts"."closed_at" is null;