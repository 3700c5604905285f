/**
 * Everything a screen says, to compare one run with another: its words and what stands in its fields. Clocks, and the
 * number of an agreement, are not the same twice and are left out.
 */
import type { Page } from '@playwright/test';

export async function screenText(page: Page): Promise<string[]> {
	const said = await page.evaluate(() => {
		const parts = [...document.querySelectorAll<HTMLElement>('.frame, dialog[open]')];
		const fields = [
			...document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
				'.frame :is(input, select, textarea)'
			)
		];
		const named = (field: (typeof fields)[number]) =>
			field.labels?.[0]?.innerText ?? field.ariaLabel ?? field.name;
		const valueOf = (field: (typeof fields)[number]) =>
			field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)
				? String(field.checked)
				: field.value;
		return [
			...parts.flatMap((part) => part.innerText.split('\n')),
			...fields.map((field) => `${named(field)} = ${valueOf(field)}`)
		];
	});
	return said.map(withoutClocks).filter((line) => line !== '' && !SAVED.test(line));
}

/** When it was last saved is of this browser. */
const SAVED = /^(Saved( 0:00)?|Nothing saved yet)$/;

function withoutClocks(line: string): string {
	return line
		.trim()
		.replaceAll(/\b\d{1,3}:\d\d(:\d\d)?\b/g, '0:00')
		.replaceAll(/\b(\d+\s(hr|min|sec)\s?)+/g, '0 sec')
		.replaceAll(/\bNA \d{4} \d{3} \d{3}\b/g, 'NA');
}
