CREATE TABLE "discrepancies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"debt_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"source" text NOT NULL,
	"extract_on" date NOT NULL,
	"stated_pence" bigint NOT NULL,
	"books_pence" bigint NOT NULL,
	"waiting_pence" bigint NOT NULL,
	"found_at" timestamptz NOT NULL,
	"settled_at" timestamptz,
	CONSTRAINT "discrepancy_differs" CHECK ("discrepancies"."stated_pence" <> "discrepancies"."books_pence" - "discrepancies"."waiting_pence")
);
--> statement-breakpoint
CREATE TABLE "retirements" (
	"set_id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	"reversal_set_id" uuid NOT NULL,
	"source_reference" text NOT NULL,
	"import_id" uuid NOT NULL,
	CONSTRAINT "retirements_set_id_debt_id_pk" PRIMARY KEY("set_id","debt_id"),
	CONSTRAINT "retirements_reversalSetId_unique" UNIQUE("reversal_set_id")
);
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "extract_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "step" text DEFAULT 'reading' NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "bytes_read" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "bytes_in_all" bigint;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "rejects" ADD COLUMN "is_taken" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "discrepancies" ADD CONSTRAINT "discrepancies_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retirements" ADD CONSTRAINT "retirements_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_discrepancy_a_debt" ON "discrepancies" USING btree ("debt_id") WHERE "discrepancies"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "entries_of_ours" ON "entries" USING btree ("debt_id") WHERE "entries"."source" = 'fairline' and "entries"."debt_id" is not null;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "import_has_its_day_before_it_shows" CHECK ("imports"."extract_on" is not null or "imports"."state" in ('reading', 'refused', 'abandoned'));--> statement-breakpoint
ALTER TABLE "discrepancies" ADD CONSTRAINT "discrepancies_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id");--> statement-breakpoint
ALTER TABLE "retirements" ADD CONSTRAINT "retirements_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id");--> statement-breakpoint
select make_append_only('retirements');
--> statement-breakpoint
-- An extract lies here, table by table of its own, until it is published or given up: nothing of it shows before.
create schema staging;
--> statement-breakpoint
grant usage, create on schema staging to fairline_app;
