CREATE TABLE "customer_windows" (
	"contact_id" uuid PRIMARY KEY NOT NULL,
	"officer_id" text NOT NULL,
	"officer" text NOT NULL,
	"code_digest" text,
	"pass_digest" text,
	"is_hidden" boolean DEFAULT false NOT NULL,
	"opened_at" timestamptz NOT NULL,
	CONSTRAINT "one_window_a_code" UNIQUE("code_digest"),
	CONSTRAINT "one_window_a_pass" UNIQUE("pass_digest")
);
--> statement-breakpoint
ALTER TABLE "customer_windows" ADD CONSTRAINT "customer_windows_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;