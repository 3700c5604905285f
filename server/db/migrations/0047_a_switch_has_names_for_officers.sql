CREATE TABLE "webhook_calls" (
	"source" text NOT NULL,
	"contact_id" text NOT NULL,
	"call" text,
	"heard_at" timestamptz NOT NULL,
	"ended_at" timestamptz,
	CONSTRAINT "webhook_calls_source_contact_id_pk" PRIMARY KEY("source","contact_id"),
	CONSTRAINT "webhook_calls_are_wiped" CHECK (("webhook_calls"."call" is null) = ("webhook_calls"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "webhook_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"name" text NOT NULL,
	"officer_id" text,
	"seen_at" timestamptz NOT NULL,
	CONSTRAINT "webhook_names_are_short" CHECK (length("webhook_names"."name") between 1 and 80)
);
--> statement-breakpoint
ALTER TABLE "webhook_names" ADD CONSTRAINT "webhook_names_officer_id_auth_user_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."auth_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_calls_by_age" ON "webhook_calls" USING btree ("heard_at");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_names_by_name" ON "webhook_names" USING btree ("source","name");--> statement-breakpoint
CREATE INDEX "webhook_names_of_nobody" ON "webhook_names" USING btree ("source","seen_at") WHERE "webhook_names"."officer_id" is null;