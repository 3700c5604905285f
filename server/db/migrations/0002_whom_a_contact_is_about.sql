ALTER TABLE "contacts" DROP CONSTRAINT "a_withheld_call_has_no_number";--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "caller_name" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "a_withheld_call_has_no_number" CHECK (("contacts"."caller_number" is null and "contacts"."caller_name" is null) or "contacts"."presentation" in ('allowed', 'unknown'));