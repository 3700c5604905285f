/**
 * Who may call what. Every procedure of the router is walked, so that a new one fails here until it has its row, and
 * is called as every role, as nobody, and about a contact that is on somebody else's screen.
 */
import { randomUUID } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { describe, expect } from 'vitest';
import { z } from 'zod';
import { contacts } from '#server/contacts/tables.ts';
import { appRouter, createCaller } from '#server/router.ts';
import { hasAuthority, type Authority } from '#shared/officers/authority.ts';
import type { Officer } from '#shared/officers/roles.ts';
import { AT, test, type Product } from '../product.ts';

/** What each procedure asks of a person, and whether it is about one contact on their screen, or one of their team's. */
const ASKS: Record<string, { authority: Authority; about?: 'contact' | 'team contact' }> = {
	'affordability.copy': { authority: 'officer', about: 'contact' },
	'affordability.versions': { authority: 'officer', about: 'contact' },
	'affordability.openVersion': { authority: 'officer', about: 'contact' },
	'affordability.guidelines': { authority: 'leader' },
	'affordability.loadGuidelines': { authority: 'manager' },
	'affordability.withdrawGuidelines': { authority: 'manager' },
	'approvals.ask': { authority: 'officer', about: 'contact' },
	'approvals.askAnother': { authority: 'officer', about: 'contact' },
	'approvals.others': { authority: 'officer', about: 'contact' },
	'approvals.withdraw': { authority: 'officer', about: 'contact' },
	'approvals.view': { authority: 'leader' },
	'approvals.open': { authority: 'leader' },
	'approvals.answer': { authority: 'leader' },
	'arrangements.see': { authority: 'officer' },
	'arrangements.toLookAt': { authority: 'leader' },
	'arrangements.proposed': { authority: 'leader' },
	'arrangements.broken': { authority: 'leader' },
	'arrangements.toReview': { authority: 'officer' },
	'arrangements.ownLate': { authority: 'officer' },
	'arrangements.callBroken': { authority: 'leader' },
	'arrangements.cancel': { authority: 'leader' },
	'arrangements.giveBreak': { authority: 'officer' },
	'arrangements.vary': { authority: 'officer' },
	'arrangements.reviewed': { authority: 'officer' },
	'changes.again': { authority: 'officer', about: 'contact' },
	'changes.answer': { authority: 'officer', about: 'contact' },
	'changes.tell': { authority: 'officer', about: 'contact' },
	'changes.open': { authority: 'officer' },
	'changes.undo': { authority: 'officer' },
	'changes.seen': { authority: 'officer' },
	'contacts.mine': { authority: 'officer' },
	'contacts.receive': { authority: 'officer' },
	'contacts.singleView': { authority: 'officer', about: 'contact' },
	'contacts.view': { authority: 'officer', about: 'contact' },
	'contacts.act': { authority: 'officer', about: 'contact' },
	'contacts.draft': { authority: 'officer', about: 'contact' },
	'contacts.identity.check': { authority: 'officer', about: 'contact' },
	'contacts.identity.answer': { authority: 'officer', about: 'contact' },
	'contacts.identity.document': { authority: 'officer', about: 'contact' },
	'contacts.identity.speaker': { authority: 'officer', about: 'contact' },
	'contacts.identity.representative': { authority: 'officer', about: 'contact' },
	'contacts.window.open': { authority: 'officer', about: 'contact' },
	'contacts.window.cover': { authority: 'officer', about: 'contact' },
	'contacts.window.close': { authority: 'officer', about: 'contact' },
	'contacts.search': { authority: 'officer', about: 'contact' },
	'customers.care.see': { authority: 'officer', about: 'contact' },
	'customers.care.recordAuthority': { authority: 'officer', about: 'contact' },
	'customers.care.endAuthority': { authority: 'officer', about: 'contact' },
	'customers.care.setWish': { authority: 'officer', about: 'contact' },
	'customers.care.keepNeed': { authority: 'officer', about: 'contact' },
	'customers.care.endNeed': { authority: 'officer', about: 'contact' },
	'customers.care.restrict': { authority: 'officer', about: 'contact' },
	'customers.care.wrongNumber': { authority: 'officer', about: 'contact' },
	'customers.care.theirNumber': { authority: 'officer', about: 'contact' },
	'customers.care.noteNumber': { authority: 'officer', about: 'contact' },
	'customers.care.takeNoteBack': { authority: 'officer', about: 'contact' },
	'customers.reviews': { authority: 'leader' },
	'customers.join': { authority: 'leader' },
	'customers.keepApart': { authority: 'leader' },
	'customers.undo': { authority: 'leader' },
	'customers.joined': { authority: 'leader' },
	'customers.split': { authority: 'leader' },
	'customers.undoSplit': { authority: 'leader' },
	'monitoring.answerHelp': { authority: 'leader', about: 'team contact' },
	'debts.detail': { authority: 'officer', about: 'contact' },
	'debts.acknowledged': { authority: 'officer', about: 'contact' },
	'debts.openCase': { authority: 'leader' },
	'debts.move': { authority: 'leader' },
	'debts.except': { authority: 'leader' },
	'debts.toPutRight': { authority: 'officer' },
	'debts.beginMoratorium': { authority: 'leader' },
	'debts.takeBack': { authority: 'leader' },
	'law.rules': { authority: 'officer' },
	'law.policy.see': { authority: 'leader' },
	'law.policy.draft': { authority: 'manager' },
	'law.policy.approve': { authority: 'manager' },
	'law.policy.withdraw': { authority: 'manager' },
	'law.toConfirm': { authority: 'manager' },
	'law.confirm': { authority: 'manager' },
	'law.withdraw': { authority: 'manager' },
	'income.theirs': { authority: 'officer', about: 'contact' },
	'income.place': { authority: 'officer', about: 'contact' },
	'income.undo': { authority: 'officer', about: 'contact' },
	'income.suspense.list': { authority: 'officer' },
	'income.suspense.homes': { authority: 'officer' },
	'income.suspense.accounts': { authority: 'officer' },
	'income.suspense.place': { authority: 'officer' },
	'income.suspense.undo': { authority: 'officer' },
	'income.refunds.list': { authority: 'officer' },
	'income.refunds.ask': { authority: 'officer' },
	'income.refunds.approve': { authority: 'leader' },
	'income.refunds.refuse': { authority: 'officer' },
	'income.refunds.paid': { authority: 'leader' },
	'income.refunds.cameBack': { authority: 'leader' },
	'income.advices.list': { authority: 'officer' },
	'income.advices.close': { authority: 'officer' },
	'income.files': { authority: 'files' },
	'income.byHand.look': { authority: 'officer' },
	'income.byHand.take': { authority: 'officer' },
	'income.byHand.cancel': { authority: 'officer' },
	'income.byHand.lately': { authority: 'officer' },
	'imports.all': { authority: 'administrator' },
	'imports.accept': { authority: 'administrator' },
	'imports.refuse': { authority: 'administrator' },
	'monitoring.mine': { authority: 'officer' },
	'monitoring.queues': { authority: 'officer' },
	'monitoring.setPresence': { authority: 'officer' },
	'monitoring.teams': { authority: 'leader' },
	'monitoring.tiles': { authority: 'leader' },
	'monitoring.work': { authority: 'officer' },
	'outbox.urgent': { authority: 'officer' },
	'outbox.lookInto': { authority: 'officer' },
	'outbox.files': { authority: 'leader' },
	'outbox.file': { authority: 'leader' },
	'claims.open': { authority: 'officer' },
	'claims.decide': { authority: 'officer' },
	'outcomes.commit': { authority: 'officer', about: 'contact' },
	'outcomes.preview': { authority: 'officer', about: 'contact' },
	'outcomes.told': { authority: 'officer', about: 'contact' },
	'outcomes.letter': { authority: 'officer', about: 'contact' },
	'officers.me': { authority: 'anyone' },
	'officers.changePassword': { authority: 'anyone' },
	'officers.staff': { authority: 'administrator' },
	'officers.add': { authority: 'administrator' },
	'officers.move': { authority: 'administrator' },
	'officers.resetPassword': { authority: 'administrator' },
	'officers.close': { authority: 'administrator' },
	'telephony.command': { authority: 'officer', about: 'contact' },
	'telephony.transferTargets': { authority: 'officer', about: 'contact' },
	'telephony.transfer': { authority: 'officer', about: 'contact' },
	'telephony.scenarios': { authority: 'officer' },
	'telephony.canRing': { authority: 'officer' },
	'telephony.ringBack': { authority: 'officer' },
	'telephony.ringLeft': { authority: 'officer' },
	'telephony.releaseLeft': { authority: 'officer' },
	'telephony.phoneBack': { authority: 'officer' },
	'telephony.ringMe': { authority: 'officer' },
	'webhooks.all': { authority: 'administrator' },
	'webhooks.giveName': { authority: 'administrator' },
	'webhooks.officers': { authority: 'administrator' },
	'webhooks.pop': { authority: 'officer' },
	'webhooks.preview': { authority: 'administrator' },
	'webhooks.save': { authority: 'administrator' },
	'webhooks.switchOn': { authority: 'administrator' }
};

type Procedure = { _def: { meta?: { authority?: Authority }; inputs: unknown[] } };

const PROCEDURES = appRouter._def.procedures as unknown as Record<string, Procedure>;

/** How each person may come out of a call. What was asked may still be wrong; that is not about who asks. */
type Outcome = 'heard' | 'UNAUTHORIZED' | 'FORBIDDEN';

async function call(
	product: Product,
	{ officer, path, input }: { officer: Officer | null; path: string; input?: unknown }
): Promise<Outcome> {
	const caller = createCaller({ officer, app: product.app, requestId: 'TEST-TEST' });
	const procedure = path
		.split('.')
		.reduce<unknown>((at, part) => Reflect.get(Object(at), part), caller);
	try {
		await (procedure as (input: unknown) => Promise<unknown>)(input);
		return 'heard';
	} catch (error) {
		if (!(error instanceof TRPCError)) throw error;
		if (error.code === 'INTERNAL_SERVER_ERROR') throw error;
		return error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN' ? error.code : 'heard';
	}
}

async function contactOn(product: Product, officer: Officer | undefined): Promise<string> {
	const id = randomUUID();
	await product.app.db.orm.insert(contacts).values({
		id,
		channel: 'desk',
		officerIds: officer ? [officer.id] : [],
		version: 1,
		startedAt: AT
	});
	return id;
}

function namesAContact(procedure: Procedure): boolean {
	return procedure._def.inputs.some(
		(input) => input instanceof z.ZodObject && 'contactId' in input.shape
	);
}

describe('every procedure', () => {
	test('has its row, and each row its procedure', () => {
		expect(Object.keys(PROCEDURES).sort()).toEqual(Object.keys(ASKS).sort());
	});

	test.for(Object.entries(ASKS))(
		'%s declares what its row says',
		([path, { authority, about }]) => {
			const procedure = PROCEDURES[path];
			expect(procedure?._def.meta?.authority).toBe(authority);
			expect(procedure && namesAContact(procedure)).toBe(about !== undefined);
		}
	);

	test.for(Object.entries(ASKS))('%s hears whom it should', async ([path, asks], { product }) => {
		expect(await call(product, { officer: null, path })).toBe('UNAUTHORIZED');
		for (const officer of Object.values(product.people)) {
			const expected = hasAuthority(officer.role, asks.authority) ? 'heard' : 'FORBIDDEN';
			expect([officer.role, await call(product, { officer, path })]).toEqual([
				officer.role,
				expected
			]);
		}
	});
});

describe('a contact', () => {
	const about = Object.keys(ASKS).filter((path) => ASKS[path]?.about === 'contact');

	test.for(about)('%s is refused about somebody else’s', async (path, { product }) => {
		const { priya, daniel, ruth, marcus } = product.people;
		const input = { contactId: await contactOn(product, priya) };
		for (const officer of [daniel, ruth, marcus]) {
			expect(await call(product, { officer: officer ?? null, path, input })).toBe('FORBIDDEN');
		}
		expect(await call(product, { officer: priya ?? null, path, input })).toBe('heard');
	});

	test.for(about)('%s says the same of one there is not', async (path, { product }) => {
		const officer = product.people['daniel'] ?? null;
		const nobodys = await contactOn(product, undefined);
		for (const contactId of [nobodys, randomUUID()]) {
			expect(await call(product, { officer, path, input: { contactId } })).toBe('FORBIDDEN');
		}
	});
});
