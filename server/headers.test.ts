import { describe, expect, it } from 'vitest';
import { headersForFiles, headersForPages } from './headers.ts';

describe('the headers of an answer', () => {
	it.each([
		['http://localhost:3000', undefined],
		['https://fairline.northmere.example', 'max-age=63072000']
	])('at %s ask browsers for a secure connection only where there is one', (origin, expected) => {
		for (const headers of [headersForFiles(origin), headersForPages(origin)]) {
			expect(headers['strict-transport-security']).toBe(expected);
		}
	});

	it('let nobody keep a page, and everybody a file', () => {
		expect(headersForPages('http://localhost')['cache-control']).toBe('no-store');
		expect(headersForFiles('http://localhost')).not.toHaveProperty('cache-control');
	});

	it('still name the origin with a form, which is checked', () => {
		expect(headersForPages('http://localhost')['referrer-policy']).toBe('same-origin');
	});
});
