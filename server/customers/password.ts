/**
 * A password a customer set to be known by. Only its salted digest is kept, made slow to guess; capitals, accents and
 * spaces do not count, because it is said aloud.
 */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { plainText } from '../../shared/customers/plain-words.ts';
import type { Day } from '../../shared/time/day.ts';
import type { Transaction } from '../db/transaction.ts';
import { customerPasswords } from './tables.ts';

const digestOf = promisify<string, string, number, Buffer>(scrypt);

const DIGEST_BYTES = 32;

export async function isTheirPassword(
	said: string,
	held: { salt: string; digest: string } | null
): Promise<boolean> {
	if (held === null || spoken(said) === '') return false;
	const digest = await digestOf(spoken(said), held.salt, DIGEST_BYTES);
	return timingSafeEqual(digest, Buffer.from(held.digest, 'hex'));
}

/** In place of the one before. Only somebody who has passed the check may set one. */
export async function setPassword(
	tx: Transaction,
	{ customerId, password, on }: { customerId: string; password: string; on: Day }
): Promise<void> {
	const salt = randomBytes(16).toString('hex');
	const digest = (await digestOf(spoken(password), salt, DIGEST_BYTES)).toString('hex');
	await tx
		.insert(customerPasswords)
		.values({ customerId, salt, digest, setOn: on })
		.onConflictDoUpdate({ target: customerPasswords.customerId, set: { salt, digest, setOn: on } });
}

function spoken(text: string): string {
	return plainText(text).replaceAll(' ', '');
}
