import { expect, test } from 'vitest';
import { rightPlace } from './front.ts';

const origin = 'http://localhost:3000';

test.each([
	['127.0.0.1:3000', '/', 'http://localhost:3000/'],
	['127.0.0.1:3000', '/calls?step=2', 'http://localhost:3000/calls?step=2'],
	['[::1]:3000', '/sign-in', 'http://localhost:3000/sign-in'],
	['127.9.9.9:3000', '/', 'http://localhost:3000/'],
	['localhost:4000', '/', 'http://localhost:3000/']
])('%s%s is sent to the one address', (host, path, location) => {
	expect(rightPlace({ host, path, origin })).toBe(location);
});

test.each([
	['the right name', 'localhost:3000', '/calls'],
	['health, which programs ask by number', '127.0.0.1:3000', '/health/ready'],
	['a name of another machine', 'fairline.example', '/'],
	['a name that only looks like ours', '127.0.0.1.example:3000', '/'],
	['no name', '', '/'],
	['a name that is none', 'a b', '/'],
	['a path that would be another site', '127.0.0.1:3000', '//evil.example/']
])('%s is left alone', (_, host, path) => {
	expect(rightPlace({ host, path, origin })).toBeNull();
});

test('behind a public address this machine has no other names', () => {
	expect(
		rightPlace({ host: '127.0.0.1:3000', path: '/', origin: 'https://fairline.example' })
	).toBeNull();
});
