/** In plain English: when nobody heard the switch, and that nothing is known of it. */
import { instant, secondInLondon, type Instant } from '../../time/day.ts';
import type { Gap } from '../state/heard-state.ts';

/** `From 10:04:12 to 10:04:16 nobody heard the telephone system (4 seconds). What happened then is not known.` */
export function gapText({ from, seconds }: Gap): string {
	const began = secondInLondon(from);
	if (seconds === null)
		return `Since ${began} nobody has heard the telephone system. What happens meanwhile is not known.`;
	const ended = secondInLondon(after(from, seconds));
	return `From ${began} to ${ended} nobody heard the telephone system (${lengthText(seconds)}). What happened then is not known.`;
}

function after(from: Instant, seconds: number): Instant {
	return instant(new Date(Date.parse(from) + seconds * 1000));
}

function lengthText(seconds: number): string {
	if (seconds < 1) return 'less than a second';
	const parts = [
		[Math.floor(seconds / 3600), 'hour'],
		[Math.floor(seconds / 60) % 60, 'minute'],
		[seconds % 60, 'second']
	] as const;
	return parts
		.filter(([count]) => count > 0)
		.map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
		.join(' ');
}
