/** How an officer's live state is said: after their name in the top bar, and as a tag on their own page and the board. */
import type { Presence } from '#shared/monitoring/tile.ts';
import type { Tone } from '../ui/tones.ts';
import {
	CircleCheck,
	CircleSlash,
	ClipboardPen,
	Coffee,
	Pause,
	Phone,
	PhoneIncoming,
	Users
} from 'lucide-static';

export type PresenceWords = { after: string; tag: string; tone: Tone; icon: string };

export const PRESENCE: Record<Presence, PresenceWords> = {
	offline: { after: 'not taking calls', tag: 'Offline', tone: 'mute', icon: CircleSlash },
	available: { after: 'available', tag: 'Available', tone: 'ok', icon: CircleCheck },
	paused: { after: 'on a break', tag: 'Break', tone: 'mute', icon: Coffee },
	ringing: { after: 'ringing', tag: 'Ringing', tone: 'info', icon: PhoneIncoming },
	'on-call': { after: 'on a call', tag: 'On call', tone: 'ok', icon: Phone },
	'on-hold': { after: 'caller on hold', tag: 'Hold', tone: 'warn', icon: Pause },
	'wrap-up': { after: 'wrap-up', tag: 'Wrap-up', tone: 'hold', icon: ClipboardPen },
	desk: { after: 'at the desk', tag: 'At the desk', tone: 'ok', icon: Users }
};
