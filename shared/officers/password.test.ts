import { describe, expect, it } from 'vitest';
import { checkPassword } from './password.ts';

const whose = { name: 'Priya Shah', email: 'priya.shah@northmere.example' };

describe('a password', () => {
	it.each([
		['', 'too-short'],
		['elevenchars', 'too-short'],
		['😀😀😀😀😀😀😀😀', 'too-short'],
		['twelve chars', 'fine'],
		['correct horse battery staple', 'fine'],
		['l'.repeat(12), 'too-simple'],
		['1212121212121212', 'too-simple'],
		['priya-and-friends', 'names-you'],
		['PRIYA-and-friends', 'names-you'],
		['my-priya.shah-login', 'names-you'],
		['a'.repeat(60) + 'bcdefghij'.repeat(8), 'too-long']
	])('%j is %s', (password, expected) => {
		const check = checkPassword(password, whose);
		expect(check.ok ? 'fine' : check.because).toBe(expected);
	});

	it('may hold a name too short to be told from any other word', () => {
		expect(checkPassword('many small ponds', { name: 'Al Ma', email: 'al@x.example' }).ok).toBe(
			true
		);
	});
});
