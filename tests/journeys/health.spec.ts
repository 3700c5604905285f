/** What a machine that watches the product asks of it. */
import { expect, test } from './journey.ts';

test('it says that it lives and that it is ready, to anybody', async ({ request }) => {
	for (const path of ['/health/live', '/health/ready']) {
		const answer = await request.get(path);
		expect(answer.status(), path).toBe(200);
	}
});

test('a server that dies is brought back by its parent', async ({ product, request }) => {
	await product.killServer();
	expect((await request.get('/health/ready')).status()).toBe(200);
});
