/** Every row of council policy with all its versions. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => apiWith(fetch).law.policy.see.query();
