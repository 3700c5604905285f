/** What a colour means here. The word beside it always says it too; the icon is the tone's usual one. */
import {
	BadgeCheck,
	Circle,
	HeartHandshake,
	Mail,
	OctagonAlert,
	Shield,
	TriangleAlert
} from 'lucide-static';

export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'care' | 'hold' | 'mute';

export const TONE_ICONS: Record<Tone, string> = {
	ok: BadgeCheck,
	info: Mail,
	warn: TriangleAlert,
	bad: OctagonAlert,
	care: HeartHandshake,
	hold: Shield,
	mute: Circle
};
