/** A file of money being sent: how far it is, and what came of it. One at a time. */
import type { FileAnswer } from '#shared/income/sent-files.ts';

const LOST: FileAnswer = {
	ok: false,
	says: ['The file did not reach the server whole. Nothing was changed: send it again.']
};

export class Sending {
	/** What of it has gone, in hundredths; null while nothing is being sent. All gone, it is being taken in. */
	percent = $state<number | null>(null);
	told = $state.raw<FileAnswer | null>(null);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	get isSending(): boolean {
		return this.percent !== null;
	}

	get says(): string {
		if (this.percent === null) return '';
		return this.percent < 100 ? `Read as far as ${this.percent}%` : 'Read. Being taken in …';
	}

	async send(file: File): Promise<void> {
		this.percent = 0;
		this.told = null;
		this.told = await this.#sent(file);
		this.percent = null;
		await this.#reload();
	}

	/** `fetch` does not say how far it is. */
	#sent(file: File): Promise<FileAnswer> {
		return new Promise((resolve) => {
			const request = new XMLHttpRequest();
			request.open('POST', '/receipts');
			request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
			request.responseType = 'json';
			request.upload.onprogress = ({ loaded, total }) => {
				if (total > 0) this.percent = Math.floor((100 * loaded) / total);
			};
			request.onload = () => resolve((request.response as FileAnswer | null) ?? LOST);
			request.onerror = () => resolve(LOST);
			request.onabort = () => resolve(LOST);
			request.send(file);
		});
	}
}
