/** What of a call is on no recording, to the second, as its record says it: somebody may ask for the words of it. */
import { secondInLondon } from '../../time/day.ts';
import type { RecordingGap } from '../state/recording-state.ts';

export function recordingWords(gaps: readonly RecordingGap[]): readonly string[] {
	return gaps.map(({ kind, from, to }) => {
		const when =
			to === null
				? `since ${secondInLondon(from)}`
				: `from ${secondInLondon(from)} to ${secondInLondon(to)}`;
		return kind === 'paused'
			? `The recording ${to === null ? 'has been' : 'was'} paused ${when}.`
			: `Whether it was recorded ${when} is not known: the link to the telephone system was lost.`;
	});
}
