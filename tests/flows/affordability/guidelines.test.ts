/** Guideline figures loaded by a manager: whole or not at all, from a day, and told to the screens. */
import { describe, expect } from 'vitest';
import { AREA_CODES, PERSON_CODES } from '#shared/affordability/guideline-file.ts';
import { day } from '#shared/time/day.ts';
import { identified } from '../agreeing.ts';
import { asked } from '../contact-written.ts';
import { northmereProduct as test } from '../product.ts';

const ROWS = Object.values(AREA_CODES).flatMap((area) =>
	Object.values(PERSON_CODES).map((person) => `${area},${person},"1,200.50"`)
);
const FILE = ['area,person,monthly', ...ROWS].join('\r\n');
const TODAY = '2026-11-19';

const fileOf = (text: string, fromOn = TODAY) => ({ fileName: 'guidelines.csv', text, fromOn });

describe('guideline figures', () => {
	test('are marked samples on the screen until the council has loaded its own', async ({
		product,
		owner
	}) => {
		const shown = async () => {
			const contactId = await identified({ product, owner }, { name: 'Kelly Ashworth' });
			const view = await asked(product).contacts.view({ contactId });
			return view?.people.kind === 'known' ? view.people.guidelines : null;
		};
		expect((await shown())?.isSample).toBe(true);
		const manager = asked(product, 'marcus').affordability;
		expect(await manager.loadGuidelines(fileOf(FILE))).toEqual({ ok: true });
		expect(await shown()).toMatchObject({
			isSample: false,
			areas: { food: { firstAdult: 1200_50 } }
		});
		const { sets } = await asked(product, 'ruth').affordability.guidelines();
		expect(sets).toMatchObject([{ fromOn: TODAY, loadedBy: 'Marcus Webb' }]);
		const again = await manager.loadGuidelines(fileOf(FILE));
		expect(again).toEqual({ ok: false, because: 'day-taken' });
	});

	test.for([
		['a row is missing', FILE.split('\r\n').slice(0, -1).join('\n')],
		['a quote is never closed', 'area,person,monthly\n"food and housekeeping,first adult,1'],
		['it is a picture', '\u0089PNG\r\n\u0000\u0001'],
		['it is empty', '']
	] as const)('of a file are not taken at all where %s', async ([, text], { product, owner }) => {
		const manager = asked(product, 'marcus').affordability;
		const answer = await manager.loadGuidelines(fileOf(text, '2027-04-05'));
		expect(answer).toMatchObject({ ok: false, because: 'file' });
		const [left] = await owner`select count(*)::int from guideline_sets
			where from_on = '2027-04-05'`;
		expect(left?.['count']).toBe(0);
	});

	test('do not begin on a day gone, and are withdrawn only before their day', async ({
		product,
		owner
	}) => {
		const manager = asked(product, 'marcus').affordability;
		const gone = await manager.loadGuidelines(fileOf(FILE, '2026-11-18'));
		expect(gone).toEqual({ ok: false, because: 'day-gone' });
		await manager.loadGuidelines(fileOf(FILE, '2027-04-05'));
		const [toCome] = await owner`select id from guideline_sets where from_on = '2027-04-05'`;
		const setId = toCome?.['id'] as string;
		expect(await manager.withdrawGuidelines({ setId })).toEqual({ ok: true });
		expect(await manager.withdrawGuidelines({ setId })).toEqual({
			ok: false,
			because: 'not-there'
		});
		await owner`insert into guideline_sets (id, areas, from_on, file_name, loaded_by, loaded_at)
			select gen_random_uuid(), areas, '2026-11-01', 'october.csv', loaded_by, loaded_at
			from guideline_sets limit 1`;
		const [begun] = await owner`select id from guideline_sets where from_on = '2026-11-01'`;
		const answer = await manager.withdrawGuidelines({ setId: begun?.['id'] as string });
		expect(answer).toEqual({ ok: false, because: 'begun' });
		expect(product.app.givens.now().guidelinesOn(day('2027-04-05')).isSample).toBe(false);
	});
});
