ALTER TABLE "contact_wishes" ADD COLUMN "ring_days" smallint[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_wishes" ADD COLUMN "ring_from" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_wishes" ADD COLUMN "ring_until" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_wishes" ADD COLUMN "not_numbers" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_wishes" ADD COLUMN "format" text;--> statement-breakpoint
ALTER TABLE "contact_wishes" ADD COLUMN "write_to" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "callbacks" ADD COLUMN "number" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "is_braille" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "is_to_other" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_wishes" ADD CONSTRAINT "a_wish_can_be_kept_to" CHECK ("contact_wishes"."ring_from" = '' or "contact_wishes"."ring_until" = '' or "contact_wishes"."ring_from" < "contact_wishes"."ring_until");