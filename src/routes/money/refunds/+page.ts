/** Refunds to decide and decided, and the accounts in credit. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => apiWith(fetch).income.refunds.list.query();
