import { describe, expect, test } from 'vitest';
import { chordOf, chordText } from './keys.svelte.ts';

const nothing = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, repeat: false };

describe('a key pressed', () => {
	test.each([
		[{ key: 'F2' }, 'F2'],
		[{ key: 'Enter', ctrlKey: true }, 'Ctrl+Enter'],
		[{ key: 'ArrowDown', ctrlKey: true }, 'Ctrl+ArrowDown'],
		[{ key: 'k', ctrlKey: true }, 'Ctrl+K'],
		[{ key: '1', altKey: true }, 'Alt+1'],
		[{ key: 'F1', shiftKey: true }, 'Shift+F1'],
		// AltGr on a UK keyboard is Ctrl and Alt together: it types, it never acts.
		[{ key: '€', ctrlKey: true, altKey: true }, null],
		[{ key: 'Control', ctrlKey: true }, null],
		[{ key: 'F2', repeat: true }, null],
		[{ key: 'k', metaKey: true }, null],
		[{ key: 'F2', isComposing: true }, null]
	])('%o is %s', (pressed, chord) => {
		expect(chordOf({ ...nothing, ...pressed })).toBe(chord);
	});

	test('is shown as it is printed', () => {
		expect(chordText('Ctrl+ArrowDown')).toBe('Ctrl ↓');
		expect(chordText('F8')).toBe('F8');
	});
});
