/** Signing out is a form like any other, so that it needs no page of its own and works from every page. */
export function signOut(): void {
	const form = document.createElement('form');
	form.method = 'post';
	form.action = '/sign-in?/out';
	document.body.append(form);
	form.submit();
}
