/**
 * What is spoken to a screen reader without moving the focus. Polite waits for a pause and is for results; assertive
 * interrupts and is for a call that rings, an approval, a lost connection. `Announcer.svelte` holds the two regions.
 */
class Announcements {
	polite = $state('');
	assertive = $state('');

	/** The same words twice are spoken twice: the region is emptied before it is filled. */
	say(words: string, how: 'polite' | 'assertive' = 'polite'): void {
		this[how] = '';
		setTimeout(() => (this[how] = words), 50);
	}
}

export const announcements = new Announcements();
