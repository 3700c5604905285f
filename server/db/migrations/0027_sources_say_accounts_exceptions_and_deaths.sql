ALTER TABLE "records" ADD COLUMN "council_tax_account" text;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "benefit_claim" text;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "died_on" date;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "adults" integer;--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "account_ending" text;--> statement-breakpoint
ALTER TABLE "liabilities" ADD COLUMN "exception_source" text;--> statement-breakpoint
ALTER TABLE "liabilities" ADD CONSTRAINT "exception_of_a_source_is_one" CHECK ("liabilities"."exception_source" is null or "liabilities"."exception" is not null);