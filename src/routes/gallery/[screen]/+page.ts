/** One example of the gallery, as its officer would see it. */
import { error } from '@sveltejs/kit';
import { NOW, OFFICER_ID } from '../examples/contacts.ts';
import { CALL_SCREENS } from '../examples/call-screens.ts';
import { PERSON_SCREENS } from '../examples/person-screens.ts';
import { IDLE_SCREENS } from '../examples/idle-screens.ts';
import { isSheet } from '../examples/sheets.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
	const { screen } = params;
	const around = {
		officer: {
			id: OFFICER_ID,
			name: 'Priya Nair',
			role: screen === 'wall' ? ('leader' as const) : ('officer' as const),
			extension: '1001',
			teamId: 'recovery'
		},
		council: 'Northmere City Council',
		at: NOW,
		wall: screen === 'wall'
	};
	const idle = IDLE_SCREENS[screen];
	if (idle) return { ...around, screen, show: { kind: 'idle', idle } as const };
	const call = CALL_SCREENS[screen];
	if (call) return { ...around, screen, show: { kind: 'call', call } as const };
	const person = PERSON_SCREENS[screen];
	if (person) return { ...around, screen, show: { kind: 'person', person } as const };
	if (isSheet(screen))
		return { ...around, screen, show: { kind: 'sheet', sheet: screen } as const };
	error(404, 'There is no such example.');
};
