/**
 * What every procedure is made of: who asks, the authority it declares, one log line with its milliseconds and
 * outcome, and errors in words for a person. The only file that knows HTTP codes. A refusal is a result; what is
 * thrown here is a person without the authority, an input that is not what was asked for, or a mistake of ours.
 */
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import { cardNumberIn } from '#shared/customers/card-number.ts';
import { hasAuthority, type Authority } from '#shared/officers/authority.ts';
import type { Officer } from '#shared/officers/roles.ts';
import type { App } from './app.ts';
import { stopwatch } from './clock.ts';
import { noteLink } from './customers/restricted.ts';
import { inTransaction } from './db/transaction.ts';
import { isOnScreenOf } from './officers/queries.ts';
import { wordsForInput } from './words.ts';

export type Context = {
	officer: Officer | null;
	app: App;
	/** Short enough to be read out; the same in every log line of the request. */
	requestId: string;
};

type Meta = {
	authority: Authority;
	/** It answers a card's number itself, because it has something to take back. */
	answersCards?: true;
};

const t = initTRPC
	.context<Context>()
	.meta<Meta>()
	.create({
		isDev: false,
		errorFormatter: ({ shape, error, ctx }) => ({
			...shape,
			message: wordsFor(error, ctx?.requestId),
			data: {
				code: shape.data.code,
				httpStatus: shape.data.httpStatus,
				errorId: ctx?.requestId ?? null,
				/** What is wrong with each field, by its path: `offer.amount`. */
				fields: fieldsOf(error)
			}
		})
	});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** One line of the log for each: ids, milliseconds and outcome, nothing personal. */
const logged = t.middleware(async ({ ctx, path, type, next, getRawInput }) => {
	const elapsed = stopwatch();
	// Input that cannot be read is refused below, and the line is written all the same.
	const contactId = await getRawInput().then(
		(input) => idIn(input, 'contactId'),
		() => null
	);
	const result = await next();
	const line = {
		event: type === 'mutation' ? 'command' : 'question',
		name: path,
		ms: elapsed(),
		requestId: ctx.requestId,
		...(ctx.officer ? { officerId: ctx.officer.id, role: ctx.officer.role } : {}),
		...(contactId ? { contactId } : {})
	};
	if (result.ok) {
		const refused = refusalIn(result.data);
		ctx.app.log.info({ ...line, ...(refused ?? { outcome: 'ok' }) });
	} else if (result.error.code === 'INTERNAL_SERVER_ERROR') {
		const failed = { ...line, outcome: 'failed', errorId: ctx.requestId };
		ctx.app.log.failure(failed, result.error.cause ?? result.error);
	} else {
		const { code, message } = result.error;
		const because = message === CARD_NUMBER ? CARD_NUMBER : code;
		ctx.app.log.warn({ ...line, outcome: 'refused', because });
	}
	return result;
});

const authorised = t.middleware(({ ctx, meta, next }) => {
	const { officer } = ctx;
	if (!officer) {
		throw new TRPCError({ code: 'UNAUTHORIZED', message: 'You are signed out. Sign in again.' });
	}
	if (!meta || !hasAuthority(officer.role, meta.authority)) {
		throw new TRPCError({ code: 'FORBIDDEN', message: 'Your role cannot do this.' });
	}
	return next({ ctx: { officer } });
});

const CARD_NUMBER = 'card-number';

/**
 * A card's number is taken nowhere, in whatever field of whatever procedure it was typed: before the input is read,
 * kept or looked for. What was typed stays on the screen alone (PCI DSS).
 */
const withoutCard = t.middleware(async ({ meta, next, getRawInput }) => {
	const path = meta?.answersCards ? null : cardNumberIn(await getRawInput());
	if (path === null) return next();
	const message = 'That looks like a card number. It was not kept: take it out.';
	const cause = new z.ZodRealError([{ code: 'custom', path, message, input: undefined }]);
	throw new TRPCError({ code: 'BAD_REQUEST', message: CARD_NUMBER, cause });
});

function procedureWith(authority: Authority) {
	return t.procedure.meta({ authority }).use(logged).use(authorised).use(withoutCard);
}

/** Anybody signed in, an administrator too: nothing about a customer. */
export const signedInProcedure = procedureWith('anyone');
export const officerProcedure = procedureWith('officer');
export const leaderProcedure = procedureWith('leader');
export const managerProcedure = procedureWith('manager');
export const filesProcedure = procedureWith('files');
export const administratorProcedure = procedureWith('administrator');

/** For whoever has this contact on their screen. Nobody else learns even whether there is one. */
export const contactProcedure = officerProcedure
	.input(z.object({ contactId: z.uuid() }))
	.use(async ({ ctx, input, next }) => {
		const theirs = { officerId: ctx.officer.id, contactId: input.contactId };
		if (await isOnScreenOf(ctx.app.db.orm, theirs)) return next();
		const attempt = { ...theirs, at: ctx.app.clock.now() };
		await inTransaction(ctx.app.db, (tx) => noteLink(tx, attempt));
		throw new TRPCError({ code: 'FORBIDDEN', message: 'You cannot open this record.' });
	});

const AUTHORED = new Set<TRPCError['code']>(['UNAUTHORIZED', 'FORBIDDEN']);

function wordsFor(error: TRPCError, requestId: string | undefined): string {
	const fields = fieldsOf(error);
	if (fields) return [...new Set(Object.values(fields))].join(' ');
	if (AUTHORED.has(error.code)) return error.message;
	if (error.code === 'INTERNAL_SERVER_ERROR') {
		const quote = requestId ? ` If you ask for help, say ${requestId}.` : '';
		return `Something went wrong on our side. Try again.${quote}`;
	}
	return 'This page and the server do not agree. Reload the page.';
}

function fieldsOf(error: TRPCError): Record<string, string> | null {
	return error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError
		? wordsForInput(error.cause)
		: null;
}

function refusalIn(result: unknown): { outcome: 'refused'; because: string } | null {
	if (typeof result !== 'object' || result === null) return null;
	if (!('ok' in result) || result.ok !== false) return null;
	const because = 'because' in result ? String(result.because) : 'unnamed';
	return { outcome: 'refused', because };
}

function idIn(input: unknown, name: string): string | null {
	if (typeof input !== 'object' || input === null || !(name in input)) return null;
	const id: unknown = Reflect.get(input, name);
	return typeof id === 'string' ? id : null;
}
