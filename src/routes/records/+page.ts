/** Records that may be one customer, for whoever may say so. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => apiWith(fetch).customers.reviews.query();
