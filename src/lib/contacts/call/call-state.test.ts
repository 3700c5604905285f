import { describe, expect, test } from 'vitest';
import type { CallVerb } from '#shared/calls/events.ts';
import type { ContactEvent, ContactEventBody } from '#shared/contacts/log/events.ts';
import { foldContact } from '#shared/contacts/state/fold.ts';
import { instant } from '#shared/time/day.ts';
import { callStateWords, holdVerb, recordingVerb } from './call-state.ts';

const RANG: readonly ContactEventBody[] = [
	{
		type: 'contactStarted',
		channel: 'phone',
		direction: 'inbound',
		presentation: 'allowed',
		dialled: null
	},
	{ type: 'offered', officerId: 'priya', queue: null }
];
const ANSWERED: ContactEventBody = { type: 'answered', officerId: 'priya' };
const HELD: ContactEventBody = { type: 'held', officerId: 'priya' };
const ENDED: ContactEventBody = { type: 'callEnded', endedBy: 'caller', abandoned: false };
const BOTH: readonly CallVerb[] = ['hold', 'resume', 'pauseRecording', 'resumeRecording'];

const at = (second: number) => instant(new Date(Date.UTC(2026, 10, 19, 10, 0, second)));

/** One event a second, from 10:00:00. */
function contact(...bodies: readonly ContactEventBody[]) {
	return foldContact(
		[...RANG, ...bodies].map((body, index): ContactEvent => ({
			seq: index + 1,
			at: at(index),
			by: null,
			...body
		}))
	);
}

describe('the tag and the timer of the call panel', () => {
	test.each([
		['while it rings', [], 'priya', 'Ringing', 1, null],
		['on the call', [ANSWERED], 'priya', 'On call', 2, null],
		['with the caller held', [ANSWERED, HELD], 'priya', 'On hold', 2, null],
		[
			'asking a colleague',
			[ANSWERED, { type: 'consultStarted', to: '1002' }],
			'priya',
			'Consulting',
			2,
			null
		],
		[
			'held for all that is known',
			[ANSWERED, HELD, { type: 'holdUnknown', officerId: 'priya' }],
			'priya',
			'Hold unknown',
			2,
			null
		],
		['in wrap-up, counting from its end', [ANSWERED, ENDED], 'priya', 'Wrap-up', 3, null],
		['of a call that nobody took', [ENDED], 'tom', 'Finished', 0, 2]
	] as const)('%s', (_, bodies, officerId, word, since, stopped) => {
		const words = callStateWords(contact(...bodies), officerId);
		expect(words.word).toBe(word);
		expect(words.since).toBe(at(since));
		expect(words.stopped).toBe(stopped === null ? null : at(stopped));
	});
});

describe('one button for two verbs', () => {
	test('holds, and once held resumes', () => {
		expect(holdVerb(contact(ANSWERED), 'priya', BOTH)).toBe('hold');
		expect(holdVerb(contact(ANSWERED, HELD), 'priya', BOTH)).toBe('resume');
	});

	test('is not there when the switch does not offer what it would do now', () => {
		expect(holdVerb(contact(ANSWERED, HELD), 'priya', ['hold'])).toBeNull();
		expect(holdVerb(contact(ANSWERED), 'priya', [])).toBeNull();
	});

	test.each([
		['recording', 'pauseRecording'],
		['paused', 'resumeRecording'],
		['stopped', null],
		['unknown', 'pauseRecording']
	] as const)('for a recording that is %s does %s', (state, verb) => {
		const recorded = contact(ANSWERED, { type: 'recordingChanged', state });
		expect(recordingVerb(recorded, BOTH)).toBe(verb);
	});
});
