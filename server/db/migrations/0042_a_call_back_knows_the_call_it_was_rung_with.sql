ALTER TABLE "callbacks" ADD COLUMN "rung_on" text;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "rung_as" text;