CREATE TABLE "bank_advices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"line_number" integer NOT NULL,
	"identity" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"on_day" date NOT NULL,
	"amount_pence" bigint,
	"reference" text NOT NULL,
	"debt_id" uuid,
	"customer_id" uuid,
	"set_id" uuid,
	"to_do" text,
	"done_at" timestamptz,
	"done_by" text,
	"is_held" boolean DEFAULT false NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "one_advice_a_line" UNIQUE("identity")
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"receipt_id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	"amount_pence" bigint NOT NULL,
	"set_id" uuid NOT NULL,
	"ground" text NOT NULL,
	"rules" jsonb NOT NULL,
	"undone_by_set_id" uuid,
	CONSTRAINT "a_placement_is_of_something" CHECK ("placements"."amount_pence" > 0)
);
--> statement-breakpoint
CREATE TABLE "receipt_acts" (
	"set_id" uuid PRIMARY KEY NOT NULL,
	"receipt_id" uuid NOT NULL,
	"act" text NOT NULL,
	"amount_pence" bigint NOT NULL,
	"key" uuid,
	"asked" text,
	"contact_id" uuid,
	"officer_id" text,
	"at" timestamptz NOT NULL,
	CONSTRAINT "one_act_a_key" UNIQUE("receipt_id","key")
);
--> statement-breakpoint
CREATE TABLE "receipt_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"digest" text NOT NULL,
	"line_count" integer NOT NULL,
	"total_pence" bigint NOT NULL,
	"received_at" timestamptz NOT NULL,
	"officer_id" text,
	CONSTRAINT "receipt_files_digest_unique" UNIQUE("digest")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_id" uuid,
	"line_number" integer,
	"identity" text NOT NULL,
	"channel" text NOT NULL,
	"amount_pence" bigint NOT NULL,
	"received_on" date NOT NULL,
	"reference_given" text DEFAULT '' NOT NULL,
	"reference" text,
	"payer_name" text,
	"payer_digest" text,
	"state" text NOT NULL,
	"placed_pence" bigint NOT NULL,
	"suspense_pence" bigint NOT NULL,
	"refunded_pence" bigint DEFAULT 0 NOT NULL,
	"returned_pence" bigint DEFAULT 0 NOT NULL,
	"set_id" uuid NOT NULL,
	"at" timestamptz NOT NULL,
	"officer_id" text,
	CONSTRAINT "one_receipt_a_line" UNIQUE("identity"),
	CONSTRAINT "one_set_a_receipt" UNIQUE("set_id"),
	CONSTRAINT "a_receipt_is_of_something" CHECK ("receipts"."amount_pence" > 0),
	CONSTRAINT "all_of_a_receipt_is_somewhere" CHECK ("receipts"."amount_pence" = "receipts"."placed_pence" + "receipts"."suspense_pence" + "receipts"."refunded_pence" + "receipts"."returned_pence" and least("receipts"."placed_pence", "receipts"."suspense_pence", "receipts"."refunded_pence", "receipts"."returned_pence") >= 0),
	CONSTRAINT "a_receipt_waits_while_any_of_it_does" CHECK (("receipts"."state" = 'suspense') = ("receipts"."suspense_pence" > 0))
);
--> statement-breakpoint
ALTER TABLE "bank_advices" ADD CONSTRAINT "bank_advices_file_id_receipt_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."receipt_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_advices" ADD CONSTRAINT "bank_advices_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_advices" ADD CONSTRAINT "bank_advices_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_receipt_id_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_acts" ADD CONSTRAINT "receipt_acts_receipt_id_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_file_id_receipt_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."receipt_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_advices_by_customer" ON "bank_advices" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "bank_advices_by_debt" ON "bank_advices" USING btree ("debt_id");--> statement-breakpoint
CREATE INDEX "bank_advices_to_do" ON "bank_advices" USING btree ("on_day") WHERE "bank_advices"."to_do" is not null and "bank_advices"."done_at" is null;--> statement-breakpoint
CREATE INDEX "placements_by_receipt" ON "placements" USING btree ("receipt_id");--> statement-breakpoint
CREATE INDEX "placements_by_debt" ON "placements" USING btree ("debt_id");--> statement-breakpoint
CREATE INDEX "receipt_acts_by_receipt" ON "receipt_acts" USING btree ("receipt_id");--> statement-breakpoint
CREATE INDEX "receipts_by_file" ON "receipts" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "receipts_waiting_by_reference" ON "receipts" USING btree ("reference") WHERE "receipts"."suspense_pence" > 0;--> statement-breakpoint
CREATE INDEX "receipts_by_payer" ON "receipts" USING btree ("payer_digest") WHERE "receipts"."payer_digest" is not null;--> statement-breakpoint
-- What was received stands as it came; only what became of it goes on. Nothing of it is ever deleted.
select make_append_only('receipt_files');
--> statement-breakpoint
select make_append_only('receipt_acts');
--> statement-breakpoint
revoke update, delete, truncate on receipts, placements, bank_advices from fairline_app;
--> statement-breakpoint
grant update (state, placed_pence, suspense_pence, refunded_pence, returned_pence) on receipts to fairline_app;
--> statement-breakpoint
grant update (undone_by_set_id) on placements to fairline_app;
--> statement-breakpoint
grant update (to_do, done_at, done_by) on bank_advices to fairline_app;
