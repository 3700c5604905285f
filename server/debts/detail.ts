/** One debt whole, for the screen of a contact in which its person is known: who may see it is asked of the contact. */
import { debtDetail, type DebtDetail } from '../../shared/debts/detail/detail.ts';
import { ownMoratorium } from '../../shared/debts/moratorium/proposing.ts';
import { benefitDeductionsRun } from '../../shared/debts/ladder/next-step.ts';
import type { App } from '../app.ts';
import { confirmed } from '../law/queries.ts';
import { detailRecord } from './queries.ts';

export type Detailed =
	{ ok: true; detail: DebtDetail } | { ok: false; because: 'not-identified' | 'not-theirs' };

type Asked = { contactId: string; officerId: string; debtId: string };

export async function detailOf(
	{ contacts, db, clock }: Pick<App, 'contacts' | 'db' | 'clock'>,
	{ contactId, officerId, debtId }: Asked
): Promise<Detailed> {
	const view = await contacts.view(contactId, officerId);
	if (view?.people.kind !== 'known') return { ok: false, because: 'not-identified' };
	const { person, records, debts } = view.people;
	const { customerId } = person;
	const debt = records.find(({ id }) => id === debtId);
	const more = debt && (await detailRecord(db.sql, { debtId, customerId }));
	if (!debt || !more) return { ok: false, because: 'not-theirs' };
	const detail = debtDetail(
		{ debt, ...more },
		{
			customerId,
			hasSupportNeed: person.supportNeeds.length > 0,
			deductionsRun: benefitDeductionsRun(records),
			moratorium: ownMoratorium(records, clock.today()),
			confirmed: await confirmed(db.orm),
			asOf: debts.asOf.find(({ stream }) => stream === debt.stream) ?? null,
			costs: view.people.policy,
			today: clock.today()
		}
	);
	return { ok: true, detail };
}
