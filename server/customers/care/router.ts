/**
 * How to treat the customer of a contact: seen and changed by whoever has them on their screen. Every change is in the
 * record, and every other open contact about the customer is shown again.
 */
import { z } from 'zod';
import {
	AUTHORITY_ENDS,
	AUTHORITY_EVIDENCE,
	AUTHORITY_KINDS,
	AUTHORITY_SCOPES
} from '../../../shared/customers/authorities.ts';
import type { Care } from '../../../shared/customers/care.ts';
import { FORMATS, isPossible, TIME, WAYS } from '../../../shared/customers/wishes/wish.ts';
import { NEED_SEEN_BY } from '../../../shared/customers/support.ts';
import { STREAMS } from '../../../shared/debts/streams.ts';
import { hasAuthority } from '../../../shared/officers/authority.ts';
import { isDay } from '../../../shared/time/day.ts';
import { contactProcedure, router } from '../../trpc.ts';
import { endAuthority, recordAuthority } from '../authorities/record.ts';
import { endNeed, keepNeed } from '../keep-need.ts';
import { setWish } from '../reach/set-wish.ts';
import { relinkNumber, unlinkNumber } from '../reach/unlink-number.ts';
import { setRestricted } from '../restricted.ts';
import { changing, saidOf } from './changing.ts';
import { numberNotes } from './number-router.ts';
import { careOf } from './see.ts';
import { customersOwn, subjectIn, type Subject } from './subject.ts';

const words = z.string().trim().max(200, 'That is too long.');
const someday = z.string().refine(isDay, 'Write a day, like 8 November 2026.');
const time = z.union([z.literal(''), z.string().regex(TIME, 'Enter a time, for example 14:30.')]);
const number = z.string().regex(/^\+[1-9]\d{6,14}$/, 'That is no number we hold.');

const FOR_LEADERS = { ok: false, because: 'for-leaders' } as const;

export const care = router({
	see: contactProcedure.query(async ({ ctx, input }) => {
		const view = await ctx.app.contacts.view(input.contactId, ctx.officer.id);
		const subject = customersOwn(subjectIn(view));
		if (!subject.ok) return subject;
		const { customerId } = subject;
		const isLeader = hasAuthority(ctx.officer.role, 'leader');
		const today = ctx.app.clock.today();
		const seen: Care = await careOf(ctx.app.db.orm, { customerId, today, isLeader });
		return { ok: true as const, care: seen };
	}),

	/** By somebody who has the paper in hand, or the customer on the line. */
	recordAuthority: contactProcedure
		.input(
			z.object({
				kind: z.enum(AUTHORITY_KINDS),
				name: words,
				organisation: words,
				scope: z.enum(AUTHORITY_SCOPES),
				streams: z.array(z.enum(STREAMS)).max(STREAMS.length).nullable(),
				debtIds: z.array(z.uuid()).max(40).nullable(),
				evidence: z.enum(AUTHORITY_EVIDENCE),
				untilOn: someday.nullable()
			})
		)
		.mutation(({ ctx, input: { contactId, ...said } }) => {
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			return changing(doing, notForThem, (tx, about, { speaks }) => {
				const draft = { ...said, fromOn: about.today };
				const isCustomerSpeaking = speaks === 'customer';
				return recordAuthority(tx, { ...about, draft, isCustomerSpeaking });
			});
		}),

	endAuthority: contactProcedure
		.input(z.object({ authorityId: z.uuid(), because: z.enum(AUTHORITY_ENDS) }))
		.mutation(({ ctx, input: { contactId, ...ending } }) => {
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			const allowed = (subject: Subject) =>
				subject.ok && subject.authorityId === ending.authorityId ? subject : customersOwn(subject);
			return changing(doing, allowed, (tx, about) => endAuthority(tx, { ...about, ...ending }));
		}),

	setWish: contactProcedure
		.input(
			z.object({
				wish: z
					.object({
						channels: z.array(z.enum(WAYS)).max(WAYS.length).readonly(),
						times: words,
						ringDays: z.array(z.int().min(1).max(7)).max(7).readonly(),
						ringFrom: time,
						ringUntil: time,
						notNumbers: z.array(number).max(20).readonly(),
						noMessages: z.boolean(),
						notMentionedTo: words,
						isSafeContact: z.boolean(),
						format: z.enum(FORMATS).nullable(),
						writeTo: words
					})
					.refine(isPossible, 'Those hours end before they begin.')
			})
		)
		.mutation(({ ctx, input: { contactId, wish } }) => {
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			return changing(doing, customersOwn, (tx, about) => setWish(tx, { ...about, wish }));
		}),

	keepNeed: contactProcedure
		.input(z.object({ needId: z.uuid(), reviewOn: someday, seenBy: z.enum(NEED_SEEN_BY) }))
		.mutation(({ ctx, input: { contactId, ...kept } }) => {
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			const isLeader = hasAuthority(ctx.officer.role, 'leader');
			return changing(doing, customersOwn, (tx, about) =>
				keepNeed(tx, { ...about, ...kept, isLeader })
			);
		}),

	endNeed: contactProcedure
		.input(z.object({ needId: z.uuid() }))
		.mutation(({ ctx, input: { contactId, needId } }) => {
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			const isLeader = hasAuthority(ctx.officer.role, 'leader');
			return changing(doing, customersOwn, (tx, about) =>
				endNeed(tx, { ...about, needId, isLeader })
			);
		}),

	/** Only by whoever could open it afterwards. */
	restrict: contactProcedure
		.input(z.object({ isRestricted: z.boolean() }))
		.mutation(async ({ ctx, input: { contactId, isRestricted } }) => {
			if (!hasAuthority(ctx.officer.role, 'leader')) return FOR_LEADERS;
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			return changing(doing, customersOwn, (tx, { contactId: of, customerId, officerId, at }) =>
				setRestricted(tx, { contactId: of, customerId, officerId, at, isRestricted })
			);
		}),

	/** Of this customer alone, whoever else has it. */
	wrongNumber: contactProcedure
		.input(z.object({ number }))
		.mutation(({ ctx, input: { contactId, ...of } }) => {
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			return changing(doing, customersOwn, async (tx, about) => {
				const { customerId, today: on } = about;
				const count = await unlinkNumber(tx, { ...of, customerId, on, said: saidOf(about) });
				return count > 0
					? { ok: true as const }
					: { ok: false as const, because: 'not-linked' as const };
			});
		}),

	theirNumber: contactProcedure
		.input(z.object({ number }))
		.mutation(({ ctx, input: { contactId, ...of } }) => {
			const doing = { app: ctx.app, officer: ctx.officer, contactId };
			return changing(doing, customersOwn, (tx, about) => {
				const { customerId, today: on } = about;
				return relinkNumber(tx, { ...of, customerId, on, said: saidOf(about) });
			});
		}),

	...numberNotes
});

/** Whoever speaks for the customer names nobody else who may. */
function notForThem(subject: Subject): Subject {
	const isFor = subject.ok && subject.speaks === 'representative';
	return isFor ? { ok: false, because: 'for-customer-only' } : subject;
}
