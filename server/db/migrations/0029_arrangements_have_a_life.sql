CREATE TABLE "arrangement_move_notes" (
	"move_id" uuid PRIMARY KEY NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "arrangement_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "arrangement_moves_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"arrangement_id" uuid NOT NULL,
	"event" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"rules" jsonb NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"officer_id" text,
	"on_day" date NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "arrangement_nights" (
	"on_day" date PRIMARY KEY NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instalment_days" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "instalment_days_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"arrangement_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"due_on" date NOT NULL,
	"taken_on" date NOT NULL,
	"move_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "arrangements" ALTER COLUMN "state" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "letters" ALTER COLUMN "pdf" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "arrangements" ADD COLUMN "put_right_by" date;--> statement-breakpoint
ALTER TABLE "arrangements" ADD COLUMN "notice_until" date;--> statement-breakpoint
ALTER TABLE "arrangements" ADD COLUMN "reviewed_on" date;--> statement-breakpoint
ALTER TABLE "arrangement_move_notes" ADD CONSTRAINT "arrangement_move_notes_move_id_arrangement_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."arrangement_moves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrangement_moves" ADD CONSTRAINT "arrangement_moves_arrangement_id_arrangements_id_fk" FOREIGN KEY ("arrangement_id") REFERENCES "public"."arrangements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalment_days" ADD CONSTRAINT "instalment_days_move_id_arrangement_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."arrangement_moves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instalment_days" ADD CONSTRAINT "a_moved_day_is_of_an_instalment" FOREIGN KEY ("arrangement_id","number") REFERENCES "public"."instalments"("arrangement_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "arrangement_moves_by_arrangement" ON "arrangement_moves" USING btree ("arrangement_id","number");--> statement-breakpoint
CREATE INDEX "instalment_days_by_instalment" ON "instalment_days" USING btree ("arrangement_id","number","id");--> statement-breakpoint
CREATE INDEX "arrangements_in_life" ON "arrangements" USING btree ("state") WHERE "arrangements"."state" in ('active', 'late', 'broken');--> statement-breakpoint
CREATE INDEX "letters_to_make" ON "letters" USING btree ("queued_at") WHERE "letters"."pdf" is null;--> statement-breakpoint
select make_append_only('arrangement_moves');
--> statement-breakpoint
select make_append_only('arrangement_move_notes');
--> statement-breakpoint
select make_append_only('instalment_days');
--> statement-breakpoint
select make_append_only('arrangement_nights');
--> statement-breakpoint
grant update (put_right_by, notice_until, reviewed_on) on arrangements to fairline_app;
--> statement-breakpoint
-- What an arrangement was called before it had a whole life.
update arrangements set state = case state when 'live' then 'active' when 'kept' then 'completed'
	when 'ended' then 'cancelled' else state end;
--> statement-breakpoint
insert into arrangement_moves (id, arrangement_id, event, from_state, to_state, rules, officer_id, on_day, at)
select gen_random_uuid(), id, 'asked', 'proposed', 'awaiting-approval', cites, officer_id, agreed_on, agreed_at
	from arrangements where approved_by is not null order by agreed_at, id;
--> statement-breakpoint
insert into arrangement_moves (id, arrangement_id, event, from_state, to_state, rules, officer_id, on_day, at)
select gen_random_uuid(), id, case when approved_by is null then 'agreed' else 'approved' end,
	case when approved_by is null then 'proposed' else 'awaiting-approval' end, 'active', cites,
	coalesce(approved_by, officer_id), agreed_on, agreed_at
	from arrangements order by agreed_at, id;
--> statement-breakpoint
-- Those that had ended already: when, but not by whom, is known.
insert into arrangement_moves (id, arrangement_id, event, from_state, to_state, rules, on_day, at)
select gen_random_uuid(), id,
	case state when 'completed' then 'paid-off' when 'broken' then 'broken' else 'cancelled' end,
	case state when 'broken' then 'late' else 'active' end, state, cites,
	coalesce(ended_on, agreed_on), agreed_at
	from arrangements where state not in ('active', 'late') order by agreed_at, id;
