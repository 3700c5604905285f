/**
 * Moves the slider in the page, a move in every second frame, and times each to the end of the frame that shows it. In
 * the frames between only the picture is drawn anew, as it was: what the browser itself takes, at the same moments.
 */

export type Moved = {
	/** From the move until the page's own thread has drawn it. */
	tookMs: number;
	/** The same where nothing is worked out and only the picture is drawn. */
	bareMs: number;
};

/** Runs in the page. Every move is another whole pound, there and back again. */
export async function moveByFrames({
	from,
	to,
	count
}: {
	from: number;
	to: number;
	count: number;
}): Promise<Moved[]> {
	const slider = document.querySelector<HTMLInputElement>('#offer-slider');
	const titles = [...document.querySelectorAll('h2')];
	const title = titles.find(({ textContent }) => textContent.startsWith('Where each'));
	if (!slider || !title) throw new Error('There is no plan to move.');
	const pounds = Math.round((to - from) / 100);
	const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
	/** A message is heard once the frame that is being made has been drawn. */
	const drawn = () =>
		new Promise<number>((done) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => done(performance.now());
			port2.postMessage(null);
		});
	const moved: Moved[] = [];
	for (let move = 0; move < count; move += 1) {
		const turn = move % (pounds * 2);
		const value = from + (turn <= pounds ? turn : pounds * 2 - turn) * 100;
		await frame();
		const begun = performance.now();
		slider.value = String(value);
		slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
		const ended = await drawn();
		if (!title.textContent.includes(`£${value / 100}.00 a week goes`))
			throw new Error('The move is not on the screen.');
		await frame();
		const bare = performance.now();
		// The same picture in other words, which a browser does not know to be the same.
		for (const path of document.querySelectorAll('figure path'))
			path.setAttribute('d', `${path.getAttribute('d') ?? ''} `);
		moved.push({ tookMs: ended - begun, bareMs: (await drawn()) - bare });
	}
	return moved;
}
