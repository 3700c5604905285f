CREATE TABLE "customer_passwords" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"digest" text NOT NULL,
	"set_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_passwords" ADD CONSTRAINT "customer_passwords_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "identity_answers_by_customer" ON "contact_events" USING btree ((body ->> 'customerId'),"at") WHERE "contact_events"."type" = 'identityAnswered';