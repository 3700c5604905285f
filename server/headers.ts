/**
 * The headers every answer carries. The content security policy is SvelteKit's, which knows each page's nonce. The
 * referrer policy may not be `no-referrer`: browsers would then name no origin with a form, and it is checked.
 */
const ALWAYS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy':
		'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()'
} as const;

/** Every page is about somebody: nothing keeps a copy, and going back after signing out shows nothing. */
const PRIVATE = { 'cache-control': 'no-store' } as const;

const TWO_YEARS_SECONDS = 63_072_000;

/** For files that are the same for everybody. */
export function headersForFiles(origin: string): Readonly<Record<string, string>> {
	const secure = origin.startsWith('https:');
	return secure
		? { ...ALWAYS, 'strict-transport-security': `max-age=${TWO_YEARS_SECONDS}` }
		: ALWAYS;
}

export function headersForPages(origin: string): Readonly<Record<string, string>> {
	return { ...headersForFiles(origin), ...PRIVATE };
}
