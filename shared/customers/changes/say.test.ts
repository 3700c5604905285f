import { describe, expect, it } from 'vitest';
import { sayBeside, sayValues } from './say.ts';

describe('a change in one line', () => {
	it.each([
		[
			'address',
			{ line1: '3 Quay Street', line2: '', town: 'Northmere', postcode: 'NM1 2AB' },
			'3 Quay Street, Northmere NM1 2AB'
		],
		['name', { givenNames: 'Kelly', familyName: 'Hale' }, 'Kelly Hale'],
		['phone', { phone: '+447700900321' }, '07700 900321'],
		['phone', { phone: '+33142685300' }, '+33 1 42 68 53 00'],
		['email', { email: 'kelly@mail.example' }, 'kelly@mail.example'],
		['household', { adults: '1', what: 'moved-out', who: '' }, '1 adult, Somebody moved out'],
		['household', {}, ''],
		['bank', {}, ''],
		['death', { diedOn: '' }, 'Reported, the day not known']
	] as const)('%s %o', (kind, values, said) => {
		expect(sayValues(kind, values)).toBe(said);
	});

	it('never shows a bank account whole', () => {
		const values = { accountName: 'K Ashworth', sortCode: '089999', accountNumber: '66374958' };
		const said = sayValues('bank', values);
		expect(said).toBe('K Ashworth, account ending 4958');
		expect(said).not.toContain('089999');
	});

	it('says of a move who has to pay for which home', () => {
		const values = { leaving: 'others-stay', stays: 'Dean Ashworth', coming: 'tenant' };
		expect(sayBeside('address', values)).toBe(
			'Others go on living there. There still: Dean Ashworth. They rent it.'
		);
	});
});
