CREATE INDEX "stage_changes_taking_back" ON "stage_changes" USING btree ("undoes_id") WHERE "stage_changes"."undoes_id" is not null;--> statement-breakpoint
CREATE INDEX "contacts_by_customer" ON "contacts" USING btree ("customer_id","started_at") WHERE "contacts"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX "letters_by_customer" ON "letters" USING btree ("customer_id");