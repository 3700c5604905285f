/**
 * What is wrong with a guide before anybody is rung with it: a step nobody reaches or leaves, a slot that does not
 * exist, a line that says something of a customer before identity, a line nobody should say aloud.
 */
import { CONDITIONS, type GuideFacts } from './facts.ts';
import { slotsIn, SLOTS, type Slot } from './lines.ts';
import { REQUEST_WORDS, REQUESTS } from './requests.ts';
import { sayFaults } from './say-rules.ts';
import { linesOf, type Guide, type Step } from './guide.ts';

/** One sentence a fault; none when the guide may be used. */
export function guideFaults(guide: Guide): string[] {
	return [
		...shapeFaults(guide),
		...guide.steps.flatMap((step) => stepFaults(guide, step)),
		...openFaults(guide),
		...outboundFaults(guide)
	];
}

function shapeFaults({ steps }: Guide): string[] {
	const [first] = steps;
	if (!first) return ['The guide has no steps.'];
	const ids = steps.map(({ id }) => id);
	const lines = steps.flatMap((step) => step.lines.map(({ id }) => id));
	const reached = reachedFrom(first, steps);
	return [
		...repeated(ids).map((id) => `The step ${id} is there twice.`),
		...repeated(lines).map((id) => `The line ${id} is there twice.`),
		...ids.filter((id) => !reached.has(id)).map((id) => `Nothing leads to the step ${id}.`),
		...steps
			.filter((step) => !reachedFrom(step, steps).has('wrap-up'))
			.map(({ id }) => `From the step ${id} nothing leads to wrap-up.`)
	];
}

function stepFaults(guide: Guide, step: Step): string[] {
	const says = (fault: string) => `The step ${step.id} ${fault}`;
	const last = step.ways.at(-1);
	const unknown = conditionsOf(step).filter((condition) => !(condition in CONDITIONS));
	return [
		...(step.id !== 'wrap-up' && !last ? [says('has no way out.')] : []),
		...(last?.when ? [says('may have no way out: its last way must always hold.')] : []),
		...(step.id === 'wrap-up' && last ? [says('is the end and leads on.')] : []),
		...step.ways
			.filter(({ to }) => !guide.steps.some(({ id }) => id === to))
			.map(({ to }) => says(`leads to ${to}, which there is not.`)),
		...unknown.map((condition) => says(`asks for ${condition}, which nobody can tell.`)),
		...(step.lines.length === 0 ? [says('has nothing to say.')] : []),
		...step.lines.flatMap((line) => lineFaults(step, line))
	];
}

function lineFaults(step: Step, line: Step['lines'][number]): string[] {
	const says = (fault: string) => `The line ${line.id} ${fault}`;
	const isKnown =
		step.gate === 'identity-passed' ||
		['identity-passed', 'they-came-and-passed', 'we-rang-and-passed'].includes(line.when ?? '');
	return [
		...slotsIn(line.say).flatMap((name) => {
			if (!(name in SLOTS)) return [says(`has the slot ${name}, which there is not.`)];
			const isPersonal = SLOTS[name as Slot].isPersonal;
			return isPersonal && !isKnown ? [says(`says ${name} before identity.`)] : [];
		}),
		...sayFaults(line.say).map((fault) => says(fault))
	];
}

/** What needs no identity stays open: nothing gates it, and each is worded for a person. */
function openFaults({ steps }: Guide): string[] {
	const identity = steps.find(({ id }) => id === 'identity');
	const wrapUp = steps.find(({ id }) => id === 'wrap-up');
	return [
		...(identity?.gate === null && wrapUp?.gate === null
			? []
			: ['Identity and wrap-up must be open to anybody.']),
		...(identity && !reachesWithoutIdentity(identity)
			? ['Without identity nothing leads on from the check.']
			: []),
		...REQUESTS.flatMap((request) =>
			sayFaults(REQUEST_WORDS[request].say).map((fault) => `The request ${request} ${fault}`)
		)
	];
}

/** Rung by us, somebody who has not passed the check hears who rings and from where: no department and no reason. */
function outboundFaults({ steps }: Guide): string[] {
	return steps
		.filter(({ gate }) => gate === null)
		.flatMap((step) => UNPROVED.flatMap((facts) => linesOf(step, facts)))
		.filter(({ say }) => REASONS.test(say))
		.map(({ id }) => `The line ${id} tells whoever we rang why, before identity.`);
}

const REASONS =
	/\b(account|arrears|bill|benefit|debt|enforcement|letter|owe|owed|overdue|pay|payment|rent|tax)s?\b/i;

const RUNG = {
	channel: 'phone',
	direction: 'outbound',
	hasCustomer: true,
	isBusiness: false,
	requests: [],
	hasReason: false,
	hasAskedNeeds: false,
	needsSupport: false,
	debtCount: 0,
	recognisedCount: 0,
	isProtected: false,
	spottedCount: 0,
	takeUpCount: 0,
	statement: 'none',
	hasSurplus: null,
	plan: 'none',
	approval: 'not-needed',
	hasHelp: false,
	hasOutcomes: false,
	isReadBack: false,
	isCommitted: false,
	paysToday: false
} as const satisfies Omit<GuideFacts, 'identity'>;

const UNPROVED: readonly GuideFacts[] = [
	{ ...RUNG, identity: 'open' },
	{ ...RUNG, identity: 'stopped' }
];

function reachesWithoutIdentity({ before, ways }: Step): boolean {
	const isHeldBack = before.some(({ must }) => must === 'identity-passed');
	return !isHeldBack && ways.some(({ to, when }) => to === 'wrap-up' && when !== 'identity-passed');
}

function reachedFrom(first: Step, steps: readonly Step[]): Set<string> {
	const reached = new Set<string>();
	const waiting = [first];
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		if (reached.has(step.id)) continue;
		reached.add(step.id);
		const next = step.ways.map(({ to }) => to);
		waiting.push(...steps.filter(({ id }) => next.includes(id)));
	}
	return reached;
}

function conditionsOf(step: Step): string[] {
	return [
		step.gate,
		step.off,
		step.actionWhen?.when,
		...step.before.map(({ must }) => must),
		...step.lines.map(({ when }) => when),
		...step.ways.map(({ when }) => when)
	].filter((condition) => typeof condition === 'string');
}

function repeated(ids: readonly string[]): string[] {
	return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
