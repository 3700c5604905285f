/**
 * What we say to the switch. An action is lines of `Key: value`, so a line break in a value would be another action:
 * it is refused, never cleaned.
 */
import type { Message } from './message.ts';

export type Fields = Readonly<Record<string, string | number>>;

export type AmiRefusal = 'link-lost' | 'no-answer' | 'refused' | 'line-break';

export type Answer =
	{ ok: true; message: Message; listed: readonly Message[] } | { ok: false; because: AmiRefusal };

/** Null where any part of it holds a line break or a nul. */
export function actionText(action: string, actionId: string, fields: Fields): string | null {
	const lines = [['Action', action], ['ActionID', actionId], ...Object.entries(fields)] as const;
	const parts = lines.flatMap(([key, value]) => [String(key), String(value)]);

	if (parts.some((part) => /[\r\n\0]/.test(part))) return null;
	return `${lines.map(([key, value]) => `${key}: ${value}`).join('\r\n')}\r\n\r\n`;
}
