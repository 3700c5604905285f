CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"mapping" text NOT NULL,
	"file_name" text NOT NULL,
	"digest" text NOT NULL,
	"extract_on" date NOT NULL,
	"state" text DEFAULT 'reading' NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"rejected_count" integer DEFAULT 0 NOT NULL,
	"total_pence" bigint DEFAULT 0 NOT NULL,
	"trailer_count" integer,
	"trailer_pence" bigint,
	"started_at" timestamptz NOT NULL,
	"published_at" timestamptz,
	"accepted_by" text,
	"accepted_because" text,
	CONSTRAINT "import_that_differs_is_accepted_in_writing" CHECK (num_nonnulls("imports"."accepted_by", "imports"."accepted_because") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"given_names" text DEFAULT '' NOT NULL,
	"family_name" text NOT NULL,
	"born_on" date,
	"nino" text,
	"phone" text,
	"e164" text,
	"email" text,
	"line1" text,
	"line2" text,
	"town" text,
	"postcode" text,
	"uprn" text,
	"first_on" date NOT NULL,
	"last_on" date NOT NULL,
	CONSTRAINT "records_by_key" UNIQUE("source","key")
);
--> statement-breakpoint
CREATE TABLE "rejects" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rejects_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"import_id" uuid NOT NULL,
	"line_number" integer NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "links" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"linked_at" timestamptz NOT NULL,
	"officer_id" text,
	CONSTRAINT "link_score_is_of_1000" CHECK ("links"."score" between 0 and 1000)
);
--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "nino" text;--> statement-breakpoint
ALTER TABLE "liabilities" ADD COLUMN "record_id" uuid;--> statement-breakpoint
ALTER TABLE "rejects" ADD CONSTRAINT "rejects_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imports_by_source" ON "imports" USING btree ("source","extract_on");--> statement-breakpoint
CREATE INDEX "rejects_by_import" ON "rejects" USING btree ("import_id","line_number");--> statement-breakpoint
CREATE INDEX "links_by_customer" ON "links" USING btree ("customer_id");--> statement-breakpoint
ALTER TABLE "liabilities" ADD CONSTRAINT "liabilities_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customers_by_nino" ON "customers" USING btree ("nino") WHERE "customers"."nino" is not null;--> statement-breakpoint
CREATE INDEX "liabilities_by_record" ON "liabilities" USING btree ("record_id");