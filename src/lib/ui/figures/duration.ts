/** Lengths of time as screens show them: `3:12` on a timer, `1 min 48 sec` in a sentence. */
export function timerText(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const minutes = Math.floor(whole / 60) % 60;
	const hours = Math.floor(whole / 3600);
	const two = (part: number) => String(part).padStart(2, '0');
	return hours > 0
		? `${hours}:${two(minutes)}:${two(whole % 60)}`
		: `${minutes}:${two(whole % 60)}`;
}

/** Down to nothing and past it: `1:20`, `1:20 over`. */
export function countdownText(seconds: number): string {
	const left = Math.ceil(seconds);
	return left >= 0 ? timerText(left) : `${timerText(-left)} over`;
}

export function durationText(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const parts = [
		[Math.floor(whole / 3600), 'hr'],
		[Math.floor(whole / 60) % 60, 'min'],
		[whole % 60, 'sec']
	] as const;
	const said = parts
		.filter(([amount]) => amount > 0)
		.map(([amount, unit]) => `${amount}\u00a0${unit}`);
	return said.length > 0 ? said.join(' ') : '0\u00a0sec';
}
