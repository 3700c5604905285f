ALTER TABLE "statements" ADD COLUMN "review_on" date;--> statement-breakpoint
-- Those there are were made under a review every six months.
UPDATE "statements" SET "review_on" = ("made_on" + interval '6 months')::date;--> statement-breakpoint
ALTER TABLE "statements" ALTER COLUMN "review_on" SET NOT NULL;
