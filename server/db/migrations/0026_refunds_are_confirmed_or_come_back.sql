ALTER TABLE "refunds" ADD COLUMN "number" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "refunds_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "paid_on" date;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "paid_said_by" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "paid_said_at" timestamptz;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "paid_line" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "back_line" text;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_number_unique" UNIQUE("number");--> statement-breakpoint
grant update (paid_on, paid_said_by, paid_said_at, paid_line, back_line) on refunds to fairline_app;
