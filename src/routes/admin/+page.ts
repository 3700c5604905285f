import { apiWith } from '$lib/api.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ fetch }) => apiWith(fetch).officers.staff.query();
