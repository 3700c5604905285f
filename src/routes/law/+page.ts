/** Every rule that the council has to confirm for itself before it is quoted or acted on. */
import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => apiWith(fetch).law.toConfirm.query();
