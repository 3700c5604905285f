ALTER TABLE "imports" ADD COLUMN "matched_at" timestamptz;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "confirmed_on" date;