CREATE TABLE "record_change_details" (
	"change_id" uuid PRIMARY KEY NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"said_by" text NOT NULL,
	"seen" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date,
	"evidence" text NOT NULL,
	"officer_id" text NOT NULL,
	"at" timestamptz NOT NULL,
	"fact_id" uuid,
	"undone_at" timestamptz,
	"undone_by" text,
	"confirmed_at" timestamptz,
	"confirmed_by" text,
	CONSTRAINT "one_change_a_press" UNIQUE("contact_id","key"),
	CONSTRAINT "change_is_undone_or_confirmed" CHECK ("record_changes"."undone_at" is null or "record_changes"."confirmed_at" is null),
	CONSTRAINT "change_is_undone_by_somebody" CHECK (("record_changes"."undone_at" is null) = ("record_changes"."undone_by" is null))
);
--> statement-breakpoint
CREATE TABLE "looked_into" (
	"subject" text PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"set_id" uuid,
	"officer_id" text NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"count" integer NOT NULL,
	"digest" text NOT NULL,
	"content" text,
	"made_at" timestamptz NOT NULL,
	"written_at" timestamptz,
	CONSTRAINT "outbox_file_number" UNIQUE("source","number")
);
--> statement-breakpoint
ALTER TABLE "instructions" ALTER COLUMN "debt_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "change_id" uuid;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "record_id" uuid;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "not_before_at" timestamptz;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "record_change_details" ADD CONSTRAINT "record_change_details_change_id_record_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."record_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_changes" ADD CONSTRAINT "record_changes_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_changes" ADD CONSTRAINT "record_changes_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_changes_by_customer" ON "record_changes" USING btree ("customer_id","at");--> statement-breakpoint
CREATE INDEX "record_changes_open" ON "record_changes" USING btree ("customer_id") WHERE "record_changes"."undone_at" is null and "record_changes"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX "record_changes_by_fact" ON "record_changes" USING btree ("fact_id") WHERE "record_changes"."fact_id" is not null;--> statement-breakpoint
CREATE INDEX "outbox_files_to_write" ON "outbox_files" USING btree ("made_at") WHERE "outbox_files"."written_at" is null;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_change_id_record_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."record_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instructions_file_id_outbox_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."outbox_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "instructions_by_file" ON "instructions" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "instructions_by_change" ON "instructions" USING btree ("change_id") WHERE "instructions"."change_id" is not null;--> statement-breakpoint
ALTER TABLE "instructions" ADD CONSTRAINT "instruction_is_about_one_thing" CHECK (num_nonnulls("instructions"."debt_id", "instructions"."change_id") = 1 and ("instructions"."change_id" is not null) = ("instructions"."kind" = 'change'));--> statement-breakpoint
select make_append_only('record_change_details');
--> statement-breakpoint
select make_append_only('looked_into');
