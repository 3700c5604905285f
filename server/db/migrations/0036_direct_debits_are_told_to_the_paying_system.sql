CREATE TABLE "direct_debits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "direct_debits_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"arrangement_id" uuid NOT NULL,
	"what" text NOT NULL,
	"next_on" date,
	"at" timestamptz NOT NULL,
	"told_at" timestamptz,
	"told_in" uuid,
	CONSTRAINT "a_direct_debit_that_goes_on_has_a_day" CHECK (("direct_debits"."what" = 'cancel') = ("direct_debits"."next_on" is null))
);
--> statement-breakpoint
ALTER TABLE "direct_debits" ADD CONSTRAINT "direct_debits_arrangement_id_arrangements_id_fk" FOREIGN KEY ("arrangement_id") REFERENCES "public"."arrangements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "direct_debits_by_arrangement" ON "direct_debits" USING btree ("arrangement_id","number");--> statement-breakpoint
CREATE INDEX "direct_debits_to_tell" ON "direct_debits" USING btree ("number") WHERE "direct_debits"."told_at" is null;--> statement-breakpoint
revoke update, delete, truncate on direct_debits from fairline_app;
--> statement-breakpoint
grant update (told_at, told_in) on direct_debits to fairline_app;
