import { expect, test } from 'vitest';
import { queueName } from './queues.ts';

test.each([
	['council-tax', 'Council Tax arrears'],
	['business-rates', 'Business rates arrears'],
	['housing_rents', 'Housing rents'],
	['Council Tax arrears', 'Council Tax arrears'],
	['constructor', 'Constructor'],
	['', '']
])('the queue %s is called %s', (queue, name) => expect(queueName(queue)).toBe(name));
