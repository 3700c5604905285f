CREATE TABLE "webhook_captures" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "webhook_captures_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"content" text NOT NULL,
	"received_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_mappings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_mappings_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"source" text NOT NULL,
	"expression" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" timestamptz NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"off_at" timestamptz
);
--> statement-breakpoint
CREATE INDEX "webhook_captures_by_source" ON "webhook_captures" USING btree ("source","number");--> statement-breakpoint
CREATE INDEX "webhook_captures_by_age" ON "webhook_captures" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "webhook_mappings_by_source" ON "webhook_mappings" USING btree ("source","number");