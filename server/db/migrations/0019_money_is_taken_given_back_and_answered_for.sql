CREATE TABLE "receipts_by_hand" (
	"receipt_id" uuid PRIMARY KEY NOT NULL,
	"key" uuid NOT NULL,
	"asked" text NOT NULL,
	"note" text,
	CONSTRAINT "one_receipt_a_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "refund_sets" (
	"set_id" uuid PRIMARY KEY NOT NULL,
	"refund_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" uuid NOT NULL,
	"asked" text NOT NULL,
	"receipt_id" uuid,
	"debt_id" uuid,
	"amount_pence" bigint NOT NULL,
	"because" text NOT NULL,
	"way" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"decided_by" text,
	"decided_at" timestamptz,
	"rules" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"told_at" timestamptz,
	"told_in" uuid,
	CONSTRAINT "one_refund_a_key" UNIQUE("key"),
	CONSTRAINT "a_refund_is_of_something" CHECK ("refunds"."amount_pence" > 0),
	CONSTRAINT "a_refund_is_of_one_thing" CHECK (num_nonnulls("refunds"."receipt_id", "refunds"."debt_id") = 1),
	CONSTRAINT "who_asks_for_a_refund_never_approves_it" CHECK ("refunds"."decided_by" is null or "refunds"."decided_by" <> "refunds"."asked_by" or "refunds"."state" = 'withdrawn')
);
--> statement-breakpoint
CREATE TABLE "sent_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sent_files_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"file_id" uuid,
	"says" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"at" timestamptz NOT NULL,
	"officer_id" text
);
--> statement-breakpoint
ALTER TABLE "bank_advices" ADD COLUMN "did" text;--> statement-breakpoint
ALTER TABLE "bank_advices" ADD COLUMN "retry_on" date;--> statement-breakpoint
ALTER TABLE "receipts_by_hand" ADD CONSTRAINT "receipts_by_hand_receipt_id_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_sets" ADD CONSTRAINT "refund_sets_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_receipt_id_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sent_files" ADD CONSTRAINT "sent_files_file_id_receipt_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."receipt_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refund_sets_by_refund" ON "refund_sets" USING btree ("refund_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_refund_a_receipt" ON "refunds" USING btree ("receipt_id") WHERE "refunds"."state" = 'asked';--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_refund_a_debt" ON "refunds" USING btree ("debt_id") WHERE "refunds"."state" = 'asked';--> statement-breakpoint
CREATE INDEX "refunds_by_state" ON "refunds" USING btree ("state","asked_at");--> statement-breakpoint
CREATE INDEX "sent_files_by_number" ON "sent_files" USING btree ("number");
--> statement-breakpoint
-- What was typed, sent and given back stands as it was; only what became of it goes on.
select make_append_only('receipts_by_hand');
--> statement-breakpoint
select make_append_only('sent_files');
--> statement-breakpoint
select make_append_only('refund_sets');
--> statement-breakpoint
revoke update, delete, truncate on refunds from fairline_app;
--> statement-breakpoint
grant update (state, decided_by, decided_at, rules, told_at, told_in) on refunds to fairline_app;
--> statement-breakpoint
grant update (did) on bank_advices to fairline_app;
