CREATE TABLE "webhook_messages" (
	"source" text NOT NULL,
	"message_id" text NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_messages_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"received_at" timestamptz NOT NULL,
	"contact_id" text,
	"counted_by" text,
	"sequence" integer,
	"said" text,
	"heard_at" timestamptz,
	CONSTRAINT "webhook_messages_source_message_id_pk" PRIMARY KEY("source","message_id")
);
--> statement-breakpoint
CREATE INDEX "webhook_messages_to_hear" ON "webhook_messages" USING btree ("source","number") WHERE "webhook_messages"."heard_at" is null;--> statement-breakpoint
CREATE INDEX "webhook_messages_to_wipe" ON "webhook_messages" USING btree ("received_at") WHERE "webhook_messages"."said" is not null;--> statement-breakpoint
CREATE INDEX "webhook_messages_by_age" ON "webhook_messages" USING btree ("received_at");