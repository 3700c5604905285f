/** The guide's steps as the rail shows them: what is done, where the contact stands, what policy has switched off. */
import type { Contact } from '#shared/contacts/state/fold.ts';
import { timerText } from '../../ui/figures/duration.ts';

export type GuideStep = { id: string; name: string; isOff?: boolean };

export type GuideRow = {
	id: string;
	name: string;
	state: 'done' | 'current' | 'skipped' | 'todo' | 'off';
	/** When it was first entered, counted from the answer: `1:14`. */
	at: string | null;
};

/** A step before the current one that was never entered was skipped. */
export function guideRows(
	steps: readonly GuideStep[],
	contact: Pick<Contact, 'step' | 'steps' | 'startedAt' | 'answeredAt'>
): GuideRow[] {
	const current = steps.findIndex((step) => step.id === contact.step);
	const from = Date.parse(contact.answeredAt ?? contact.startedAt);
	return steps.map((step, index) => {
		const entered = contact.steps[step.id];
		return {
			id: step.id,
			name: step.name,
			state: stateOf({ step, index, current, entered: entered !== undefined }),
			at: entered ? timerText((Date.parse(entered) - from) / 1000) : null
		};
	});
}

function stateOf(place: {
	step: GuideStep;
	index: number;
	current: number;
	entered: boolean;
}): GuideRow['state'] {
	if (place.index === place.current) return 'current';
	if (place.step.isOff) return 'off';
	if (place.entered) return 'done';
	return place.index < place.current ? 'skipped' : 'todo';
}
