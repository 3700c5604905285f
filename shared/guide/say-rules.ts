/**
 * How a sentence is said aloud to a customer: short, one question at a time, in the words people use, without threats
 * and without guessing who somebody is.
 */
const MOST_WORDS = 24;

/** Words that are not said, and what is. */
const NOT_SAID: readonly [RegExp, string][] = [
	[/\bbailiffs?\b/i, 'enforcement agents'],
	[/\barrangements?\b/i, 'payment plan'],
	[/\bdebtors?\b|\bclients?\b|\bresidents?\b|\busers?\b/i, 'you, or their name'],
	[/\bvulnerab\w*/i, 'support needs'],
	[/\battachment of earnings\b/i, 'earnings order'],
	[/\b(he|she|him|his|her|hers|sir|madam)\b/i, 'you, they or their name'],
	[/\bdebt recovery\b|\barrears team\b/i, 'the council’s name'],
	[/\b(must|have to|failure to|legal action|warn)\b/i, 'a fact with its date and cost'],
	[/\bgood news\b|!/i, 'it plainly']
];

/** What is wrong with it, each after the words `The line x`. */
export function sayFaults(say: string): string[] {
	const words = say.trim().split(/\s+/);
	const questions = say.match(/\?/g) ?? [];
	return [
		...(say.trim() === '' ? ['is empty.'] : []),
		...(words.length > MOST_WORDS ? [`has ${words.length} words, ${MOST_WORDS} at most.`] : []),
		...(questions.length > 1 ? ['asks more than one question.'] : []),
		...(/[.?]$/.test(say.trim()) ? [] : ['does not end in a full stop or a question mark.']),
		...(/\d/.test(say) ? ['has a figure in it: a slot says figures.'] : []),
		...(/["“”()]/.test(say) ? ['has marks that nobody can say.'] : []),
		...NOT_SAID.flatMap(([pattern, instead]) => {
			const found = pattern.exec(say);
			return found ? [`says "${found[0]}": say ${instead}.`] : [];
		})
	];
}
