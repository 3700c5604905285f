/**
 * The people who sign in, as their administrator works on them: one is being added or changed at a time, and a
 * password that was made is shown until the next thing is done.
 */
import type { NewPerson, StaffMember, StaffRefusal } from '#shared/officers/staff.ts';
import { api, failureOf } from '../api.ts';
import { STAFF_REFUSAL_FIELDS, STAFF_REFUSALS } from './words.ts';

type Answer = { ok: true; password?: string } | { ok: false; because: StaffRefusal };

/** By field; what is wrong with the whole is under the empty name. */
export type Problems = Readonly<Record<string, string>>;

export class Staff {
	/** Null while somebody new is being added. */
	changing = $state<StaffMember | null>(null);
	problems = $state<Problems>({});
	made = $state<{ name: string; password: string } | null>(null);
	done = $state('');
	isBusy = $state(false);
	readonly #reload: () => Promise<void>;

	constructor(reload: () => Promise<void>) {
		this.#reload = reload;
	}

	choose(person: StaffMember | null): void {
		this.changing = person;
		this.problems = {};
	}

	save(person: NewPerson): Promise<boolean> {
		const { changing } = this;
		if (!changing) {
			return this.#ask(person.name, `${person.name} is added`, () =>
				api.officers.add.mutate(person)
			);
		}
		const { role, teamId, extension } = person;
		return this.#ask(changing.name, `${changing.name} is changed and signed out`, () =>
			api.officers.move.mutate({ officerId: changing.id, to: { role, teamId, extension } })
		);
	}

	resetPassword({ id, name }: StaffMember): Promise<boolean> {
		return this.#ask(name, `${name} has a new password and is signed out`, () =>
			api.officers.resetPassword.mutate({ officerId: id })
		);
	}

	close({ id, name }: StaffMember): Promise<boolean> {
		return this.#ask(name, `${name} can no longer sign in`, () =>
			api.officers.close.mutate({ officerId: id })
		);
	}

	async #ask(name: string, done: string, ask: () => Promise<Answer>): Promise<boolean> {
		if (this.isBusy) return false;
		this.isBusy = true;
		this.made = null;
		this.done = '';
		this.problems = {};
		try {
			const answer = await ask();
			if (!answer.ok) {
				const field = STAFF_REFUSAL_FIELDS[answer.because] ?? '';
				this.problems = { [field]: STAFF_REFUSALS[answer.because] };
				return false;
			}
			if (answer.password) this.made = { name, password: answer.password };
			this.done = done;
			this.changing = null;
			await this.#reload();
			return true;
		} catch (thrown) {
			const failure = failureOf(thrown);
			this.problems = failure.kind === 'input' ? failure.fields : { '': failure.words };
			return false;
		} finally {
			this.isBusy = false;
		}
	}
}
