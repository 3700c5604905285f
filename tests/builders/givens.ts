/** What screens say alike before any extract came in and any rule was confirmed, with the sample policy. */
import { SAMPLE_GUIDELINES } from '../../shared/affordability/guidelines.ts';
import type { Givens } from '../../shared/contacts/shown/givens.ts';
import { samplePolicy } from '../../shared/law/northmere/policy.ts';

export const NOTHING_GIVEN: Givens = {
	fresh: {},
	confirmed: [],
	policyOn: samplePolicy,
	guidelinesOn: () => SAMPLE_GUIDELINES
};
