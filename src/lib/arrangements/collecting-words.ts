/** The three things that may become of what collects an account already, as the officer chooses. */
import type { Collecting } from '#shared/arrangements/terms/collecting.ts';
import type { CollectingAnswer } from '#shared/arrangements/terms/collector.ts';
import type { AgreeingRole } from '#shared/law/policy-rows.ts';

const WHO: Record<AgreeingRole, string> = {
	officer: '',
	leader: ' (a team leader agrees)',
	manager: ' (a manager agrees)'
};

export function choicesFor({
	kind,
	role
}: Pick<Collecting, 'kind' | 'role'>): { value: CollectingAnswer; label: string }[] {
	const isAgents = kind === 'agents';
	return [
		{
			value: 'replace',
			label: `${isAgents ? 'Take it back, and put it in this plan' : 'This plan replaces it'}${WHO[role]}`
		},
		{ value: 'keep', label: 'It goes on: leave this account out' },
		{
			value: 'stop',
			label: `${isAgents ? 'Take it back' : 'It stops'}, and this account stays out${WHO[role]}`
		}
	];
}
