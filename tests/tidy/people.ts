/**
 * Nobody real may be written into the project: a British number is from the ranges Ofcom keeps for drama or is a
 * helpline anyone may ring free of charge, and an address for mail is at a name that can never exist (RFC 2606).
 */
import type { TextFile } from '../source/project.ts';
import type { Fault } from '../source/source.ts';

const DRAMA = /^(07700900|01632960)\d{3}$/;

/** StepChange, National Debtline, Business Debtline, Citizens Advice, MoneyHelper, Shelter, Refuge. */
const HELPLINES = new Set([
	'08001381111',
	'08088084000',
	'08001976026',
	'08001448848',
	'08001387777',
	'08088004444',
	'08082000247'
]);

const NUMBER =
	/(?<![\w.+/-])(?:(?:\+|00)?44[ ]?(?:\(0\))?[ ]?[1-37-9]|0[1-37-9])(?:[ ]?\d){8,9}(?![\w-])/g;
const MAIL = /[\w.+-]+@((?:[a-z0-9-]+\.)+[a-z]{2,})\b/gi;
const NOWHERE = /(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|org|net)$/i;

export function realPeople(file: TextFile): Fault[] {
	const lines = file.text.split('\n');
	return lines.flatMap((line, index) => {
		const fault = (says: string): Fault => ({ path: file.path, line: index + 1, says });
		return [
			...[...line.matchAll(NUMBER)]
				.filter(([written]) => !isInvented(written))
				.map(() =>
					fault(
						'has a telephone number somebody may own: use 07700 900xxx or 01632 960xxx. (A free helpline goes on the list in tests/tidy/people.ts.)'
					)
				),
			...[...line.matchAll(MAIL)]
				.filter(([, domain = '']) => !NOWHERE.test(domain))
				.map(() => fault('has a mail address somebody may own: end it in .example.'))
		];
	});
}

function isInvented(written: string): boolean {
	const digits = written.replace(/\D/g, '').replace(/^(00)?440?/, '0');
	return DRAMA.test(digits) || HELPLINES.has(digits);
}
