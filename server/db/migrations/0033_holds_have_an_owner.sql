ALTER TABLE "holds" ADD COLUMN "owner_id" text;--> statement-breakpoint
CREATE INDEX "holds_by_owner" ON "holds" USING btree ("owner_id","until_on");