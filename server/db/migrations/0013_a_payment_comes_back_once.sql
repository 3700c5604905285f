ALTER TABLE "instructions" ALTER COLUMN "contact_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_advices" ADD COLUMN "payment_set_id" uuid;--> statement-breakpoint
ALTER TABLE "bank_advices" ADD CONSTRAINT "a_payment_comes_back_once" UNIQUE("payment_set_id");