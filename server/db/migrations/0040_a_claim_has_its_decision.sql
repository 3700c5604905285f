CREATE TABLE "claim_debts" (
	"claim_id" uuid NOT NULL,
	"debt_id" uuid NOT NULL,
	CONSTRAINT "claim_debts_claim_id_debt_id_pk" PRIMARY KEY("claim_id","debt_id")
);
--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "ended_because" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "decided_at" timestamptz;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "decided_by" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "decision_note" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "awarded_pence" bigint;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "awarded_from_on" date;--> statement-breakpoint
ALTER TABLE "claim_debts" ADD CONSTRAINT "claim_debts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_debts" ADD CONSTRAINT "claim_debts_debt_id_debts_id_fk" FOREIGN KEY ("debt_id") REFERENCES "public"."debts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_debts_by_debt" ON "claim_debts" USING btree ("debt_id");--> statement-breakpoint
CREATE INDEX "claims_to_decide" ON "claims" USING btree ("started_on") WHERE "claims"."state" = 'open';--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "a_decided_claim_has_a_day_and_somebody" CHECK (("claims"."state" = 'open') = ("claims"."decided_at" is null) and ("claims"."decided_at" is null
				or ("claims"."decided_on" is not null and "claims"."decided_by" is not null)));--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "an_award_is_of_something" CHECK (("claims"."state" = 'awarded') = ("claims"."awarded_pence" is not null)
				and coalesce("claims"."awarded_pence", 1) > 0);
--> statement-breakpoint
-- Until now what a claim would lower was known only from what was held for it.
INSERT INTO "claim_debts" ("claim_id", "debt_id")
	SELECT DISTINCT c."id", h."debt_id" FROM "claims" c JOIN "holds" h ON h."customer_id" = c."customer_id"
		AND h."kind" = 'application-pending' AND h."reference" = c."contact_id"::text;
