/** The steps a contact can stand on before there is more of the guide: it begins with a greeting and ends in wrap-up. */
import type { GuideStep } from './guide-rows.ts';

export const FIRST_GUIDE: readonly GuideStep[] = [
	{ id: 'greeting', name: 'Greeting' },
	{ id: 'wrap-up', name: 'Wrap-up' }
];
