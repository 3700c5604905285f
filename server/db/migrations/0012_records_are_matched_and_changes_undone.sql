CREATE TABLE "link_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "link_changes_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"from_customer_id" uuid NOT NULL,
	"to_customer_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"links_before" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"customer_before" jsonb,
	"undoes" uuid,
	"at" timestamptz NOT NULL,
	"officer_id" text,
	CONSTRAINT "a_change_is_undone_once" UNIQUE("undoes"),
	CONSTRAINT "only_an_undo_undoes" CHECK (("link_changes"."kind" = 'undo') = ("link_changes"."undoes" is not null))
);
--> statement-breakpoint
CREATE TABLE "link_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"record_id" uuid NOT NULL,
	"other_record_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"found_at" timestamptz NOT NULL,
	"decided_by" text,
	"decided_at" timestamptz,
	"change_id" uuid,
	CONSTRAINT "one_review_a_pair" UNIQUE("record_id","other_record_id"),
	CONSTRAINT "review_has_its_records_in_order" CHECK ("link_reviews"."record_id" < "link_reviews"."other_record_id"),
	CONSTRAINT "review_is_decided_by_somebody" CHECK (("link_reviews"."state" = 'open') = ("link_reviews"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "matched_records" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "joined_to" uuid;--> statement-breakpoint
ALTER TABLE "link_changes" ADD CONSTRAINT "link_changes_from_customer_id_customers_id_fk" FOREIGN KEY ("from_customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_changes" ADD CONSTRAINT "link_changes_to_customer_id_customers_id_fk" FOREIGN KEY ("to_customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_reviews" ADD CONSTRAINT "link_reviews_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_reviews" ADD CONSTRAINT "link_reviews_other_record_id_records_id_fk" FOREIGN KEY ("other_record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_reviews" ADD CONSTRAINT "link_reviews_change_id_link_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."link_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matched_records" ADD CONSTRAINT "matched_records_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_changes_by_from" ON "link_changes" USING btree ("from_customer_id");--> statement-breakpoint
CREATE INDEX "link_changes_by_to" ON "link_changes" USING btree ("to_customer_id");--> statement-breakpoint
CREATE INDEX "link_reviews_by_other" ON "link_reviews" USING btree ("other_record_id");--> statement-breakpoint
CREATE INDEX "link_reviews_open" ON "link_reviews" USING btree ("score") WHERE "link_reviews"."state" = 'open';--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_joined_to_customers_id_fk" FOREIGN KEY ("joined_to") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_joined" ON "customers" USING btree ("joined_to") WHERE "customers"."joined_to" is not null;--> statement-breakpoint
select make_append_only('link_changes');
--> statement-breakpoint
-- Surnames that sound alike are found by fuzzystrmatch. An ordinary owner of a database may make it; where even that is
-- not allowed, matching goes without and says so.
do $$
begin
	create extension if not exists fuzzystrmatch with schema public;
exception when insufficient_privilege or undefined_file or feature_not_supported then
	raise notice 'fuzzystrmatch is not here: surnames that only sound alike are not brought together.';
end
$$;
