/** A PDF from the server in a tab of its own, to print or to save. */
export function openPdf(base64: string): void {
	const bytes = Uint8Array.from(atob(base64), (one) => one.codePointAt(0) ?? 0);
	const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
	window.open(address, '_blank', 'noopener');
}
