CREATE TABLE "guideline_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"areas" jsonb NOT NULL,
	"from_on" date NOT NULL,
	"file_name" text NOT NULL,
	"loaded_by" text NOT NULL,
	"loaded_at" timestamptz NOT NULL,
	"withdrawn_by" text,
	"withdrawn_at" timestamptz,
	CONSTRAINT "guideline_withdrawal_says_who_and_when" CHECK (("guideline_sets"."withdrawn_at" is null) = ("guideline_sets"."withdrawn_by" is null))
);
--> statement-breakpoint
ALTER TABLE "guideline_sets" ADD CONSTRAINT "guideline_sets_loaded_by_auth_user_id_fk" FOREIGN KEY ("loaded_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guideline_sets" ADD CONSTRAINT "guideline_sets_withdrawn_by_auth_user_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_guideline_set_begins_on_a_day" ON "guideline_sets" USING btree ("from_on") WHERE "guideline_sets"."withdrawn_at" is null;--> statement-breakpoint
-- What was loaded is kept as it was: it is withdrawn, or another takes its place.
revoke update, delete, truncate on guideline_sets from fairline_app;
--> statement-breakpoint
grant update (withdrawn_by, withdrawn_at) on guideline_sets to fairline_app;
