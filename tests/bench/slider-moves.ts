/** Moves the slider in the page, one move a frame, and times each to the end of the frame that shows it. */

export type Moved = {
	/** From the move until the page's own thread has drawn it. */
	tookMs: number;
	/** From the frame before to this one. */
	sinceLastMs: number;
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
	let last = await frame();
	for (let move = 0; move < count; move += 1) {
		const turn = move % (pounds * 2);
		const value = from + (turn <= pounds ? turn : pounds * 2 - turn) * 100;
		const at = await frame();
		const begun = performance.now();
		slider.value = String(value);
		slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
		const ended = await drawn();
		if (!title.textContent.includes(`£${value / 100}.00 a week goes`))
			throw new Error('The move is not on the screen.');
		moved.push({ tookMs: ended - begun, sinceLastMs: at - last });
		last = at;
	}
	return moved;
}
