CREATE TABLE "switch_beats" (
	"source" text PRIMARY KEY NOT NULL,
	"term" bigint NOT NULL,
	"heard_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "switch_terms" (
	"source" text PRIMARY KEY NOT NULL,
	"term" bigint NOT NULL
);
