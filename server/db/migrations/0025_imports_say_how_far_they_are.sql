ALTER TABLE "imports" ADD COLUMN "rows_published" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "publishing_at" timestamptz;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "expected_at" timestamptz;