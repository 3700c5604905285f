CREATE TABLE "authorities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"organisation" text DEFAULT '' NOT NULL,
	"scope" text NOT NULL,
	"streams" text[],
	"debt_ids" uuid[],
	"evidence" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"recorded_at" timestamptz NOT NULL,
	"recorded_by" text,
	"contact_id" uuid,
	"ended_at" timestamptz,
	"ended_by" text,
	"ended_because" text,
	CONSTRAINT "authority_covers_streams_or_debts" CHECK ("authorities"."streams" is null or "authorities"."debt_ids" is null),
	CONSTRAINT "authority_covers_something" CHECK (cardinality(coalesce("authorities"."streams", '{x}')) > 0 and cardinality(coalesce("authorities"."debt_ids"::text[], '{x}')) > 0),
	CONSTRAINT "authority_ends_after_it_begins" CHECK ("authorities"."until_on" is null or "authorities"."until_on" >= "authorities"."from_on"),
	CONSTRAINT "an_ended_authority_says_why" CHECK (("authorities"."ended_at" is null) = ("authorities"."ended_because" is null))
);
--> statement-breakpoint
CREATE TABLE "contact_wishes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"channels" text[] NOT NULL,
	"times" text DEFAULT '' NOT NULL,
	"no_messages" boolean NOT NULL,
	"not_mentioned_to" text DEFAULT '' NOT NULL,
	"is_safe_contact" boolean NOT NULL,
	"from_on" date NOT NULL,
	"set_at" timestamptz NOT NULL,
	"set_by" text,
	"contact_id" uuid,
	"ended_at" timestamptz,
	"ended_by" text,
	CONSTRAINT "a_wish_names_known_ways" CHECK ("contact_wishes"."channels" <@ array['phone', 'text', 'email', 'post', 'desk'])
);
--> statement-breakpoint
CREATE TABLE "wrong_numbers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"reported_at" timestamptz NOT NULL,
	"reported_by" text,
	"contact_id" uuid,
	"withdrawn_at" timestamptz,
	"withdrawn_by" text
);
--> statement-breakpoint
ALTER TABLE "support_needs" ADD COLUMN "seen_by" text DEFAULT 'officers' NOT NULL;--> statement-breakpoint
ALTER TABLE "support_needs" ADD COLUMN "recorded_by" text;--> statement-breakpoint
ALTER TABLE "support_needs" ADD COLUMN "ended_by" text;--> statement-breakpoint
ALTER TABLE "authorities" ADD CONSTRAINT "authorities_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_wishes" ADD CONSTRAINT "contact_wishes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wrong_numbers" ADD CONSTRAINT "wrong_numbers_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "authorities_by_customer" ON "authorities" USING btree ("customer_id") WHERE "authorities"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "contact_wishes_in_force" ON "contact_wishes" USING btree ("customer_id") WHERE "contact_wishes"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "wrong_numbers_by_customer" ON "wrong_numbers" USING btree ("customer_id","e164") WHERE "wrong_numbers"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "wrong_numbers_by_number" ON "wrong_numbers" USING btree ("e164");