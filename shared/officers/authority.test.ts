import { describe, expect, it } from 'vitest';
import { AUTHORITIES, authorityForPage, hasAuthority, homeOf } from './authority.ts';
import { ROLES } from './roles.ts';

describe('authority', () => {
	it.each([
		['anyone', ['officer', 'leader', 'manager', 'administrator']],
		['officer', ['officer', 'leader', 'manager']],
		['leader', ['leader', 'manager']],
		['manager', ['manager']],
		['administrator', ['administrator']],
		['files', ['leader', 'manager', 'administrator']]
	] as const)('of %s is held by %j and nobody else', (authority, holders) => {
		expect(ROLES.filter((role) => hasAuthority(role, authority))).toEqual(holders);
	});

	it('gives an administrator nothing that has customers', () => {
		const held = AUTHORITIES.filter((authority) => hasAuthority('administrator', authority));
		expect(held).toEqual(['anyone', 'administrator', 'files']);
	});

	it.each(ROLES)('lets every %s open the page they begin on', (role) => {
		expect(hasAuthority(role, authorityForPage(homeOf(role)))).toBe(true);
	});

	it.each([
		['/calls', 'officer'],
		['/calls/42', 'officer'],
		['/team', 'leader'],
		['/team/officers/7', 'leader'],
		['/law', 'manager'],
		['/money', 'officer'],
		['/admin', 'administrator'],
		['/', 'anyone'],
		['/teams', 'anyone'],
		['/constructor', 'anyone'],
		['/__proto__', 'anyone'],
		['', 'anyone']
	] as const)('page %s asks %s', (path, authority) => {
		expect(authorityForPage(path)).toBe(authority);
	});
});
