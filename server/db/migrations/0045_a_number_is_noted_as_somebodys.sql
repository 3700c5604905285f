ALTER TABLE "customer_phones" ADD COLUMN "belongs" text;--> statement-breakpoint
ALTER TABLE "customer_phones" ADD COLUMN "belongs_until" date;--> statement-breakpoint
ALTER TABLE "customer_phones" ADD COLUMN "noted_at" timestamptz;--> statement-breakpoint
ALTER TABLE "customer_phones" ADD COLUMN "noted_by" text;--> statement-breakpoint
ALTER TABLE "customer_phones" ADD COLUMN "noted_in" uuid;--> statement-breakpoint
ALTER TABLE "customer_phones" ADD CONSTRAINT "a_note_of_a_number_is_whole" CHECK ("customer_phones"."belongs" in ('own', 'household', 'speaker', 'only-own')
				and num_nulls("customer_phones"."belongs", "customer_phones"."belongs_until", "customer_phones"."noted_at") = 0
				or num_nonnulls("customer_phones"."belongs", "customer_phones"."belongs_until", "customer_phones"."noted_at", "customer_phones"."noted_by", "customer_phones"."noted_in") = 0);