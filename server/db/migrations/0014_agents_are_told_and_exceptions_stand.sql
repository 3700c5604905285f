ALTER TABLE "liabilities" ADD COLUMN "stands" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "instructions" ADD COLUMN "to_agent" boolean DEFAULT false NOT NULL;