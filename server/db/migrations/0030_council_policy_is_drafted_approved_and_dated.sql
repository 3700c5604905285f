CREATE TABLE "policy_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"row_id" text NOT NULL,
	"number" integer NOT NULL,
	"value" jsonb NOT NULL,
	"plain" text NOT NULL,
	"why" text NOT NULL,
	"from_on" date NOT NULL,
	"drafted_by" text,
	"drafted_at" timestamptz,
	"approved_by" text,
	"approved_at" timestamptz,
	"withdrawn_by" text,
	"withdrawn_at" timestamptz,
	CONSTRAINT "only_the_first_was_drafted_by_nobody" CHECK (("policy_versions"."drafted_by" is null) = ("policy_versions"."number" = 1)),
	CONSTRAINT "a_draft_says_when" CHECK (("policy_versions"."drafted_by" is null) = ("policy_versions"."drafted_at" is null)),
	CONSTRAINT "whoever_drafts_does_not_approve" CHECK ("policy_versions"."approved_by" is null or "policy_versions"."approved_by" <> "policy_versions"."drafted_by"),
	CONSTRAINT "approval_says_who_and_when" CHECK ("policy_versions"."number" = 1 or ("policy_versions"."approved_at" is null) = ("policy_versions"."approved_by" is null)),
	CONSTRAINT "policy_withdrawal_says_who_and_when" CHECK (("policy_versions"."withdrawn_at" is null) = ("policy_versions"."withdrawn_by" is null))
);
--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_drafted_by_auth_user_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_approved_by_auth_user_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_versions" ADD CONSTRAINT "policy_versions_withdrawn_by_auth_user_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "policy_versions_are_numbered" ON "policy_versions" USING btree ("row_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "one_version_of_a_row_begins_on_a_day" ON "policy_versions" USING btree ("row_id","from_on") WHERE "policy_versions"."approved_at" is not null and "policy_versions"."withdrawn_at" is null;--> statement-breakpoint
-- What a version says is said for good: a change of policy is another version.
revoke update, delete, truncate on policy_versions from fairline_app;
--> statement-breakpoint
grant update (approved_by, approved_at, withdrawn_by, withdrawn_at) on policy_versions to fairline_app;
