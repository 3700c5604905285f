import { describe, expect, it } from 'vitest';
import { pageAfterSignIn } from './next.ts';

describe('after signing in', () => {
	it.each([
		['officer', null, '/calls'],
		['leader', null, '/team'],
		['manager', '', '/team'],
		['administrator', null, '/admin'],
		['officer', '/desk', '/desk'],
		[
			'officer',
			'/calls/0b0e8f5e-3a51-4c57-9d35-0f6f6a6f0a11',
			'/calls/0b0e8f5e-3a51-4c57-9d35-0f6f6a6f0a11'
		],
		['officer', '/team', '/calls'],
		['administrator', '/calls', '/admin'],
		['officer', '/', '/calls'],
		['officer', '/sign-in', '/calls'],
		['officer', '//elsewhere.example', '/calls'],
		['officer', '/\\elsewhere.example', '/calls'],
		['officer', 'https://elsewhere.example', '/calls'],
		['officer', 'javascript:alert(1)', '/calls'],
		['officer', '/desk?go=//elsewhere.example', '/calls'],
		['officer', '/desk\n//elsewhere.example', '/calls']
	] as const)('%s who asked for %j goes to %s', (role, asked, page) => {
		expect(pageAfterSignIn(role, asked)).toBe(page);
	});
});
