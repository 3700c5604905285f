/**
 * What the two screens of calls are given and what they ask for. Whoever owns the contact (a controller, a gallery)
 * fills these; the screens hold nothing and fetch nothing.
 */
import type { Snippet } from 'svelte';
import type { CallVerb } from '#shared/calls/events.ts';
import type { ContactView } from '#shared/contacts/shown/view.ts';
import type { QueueNow } from '#shared/monitoring/queues.ts';
import type { Tile } from '#shared/monitoring/tile.ts';
import type { Day } from '#shared/time/day.ts';
import type { WorkRow } from '../monitoring/work-rows.ts';
import type { GuideRow } from './frame/guide-rows.ts';
import type {
	CallBack,
	ChosenPresence,
	DayFigure,
	Missed,
	Ringing,
	RingMeProps
} from './idle/lists.ts';

/** What the sentence band shows: lines to say one at a time, or a note when there is nothing to say. */
export type Sentence = {
	kind: 'say' | 'note';
	/** `Say`, `Wrap-up`. */
	label: string;
	lines: readonly string[];
	/** Which line stands there now, from 0. */
	index: number;
	/** Under the line: what to mind while saying it. */
	hint?: string | undefined;
	/** What the next line's button says where it asks rather than goes on. */
	nextLabel?: string | undefined;
};

export type MainAction = {
	/** Names the action: `Ask for approval`, not `Continue`, where possible. */
	label: string;
	act: () => void;
	/** Waiting on somebody else, and why. */
	waitsFor?: string | undefined;
};

/** `kept` is typed here and not with the server yet. */
export type NotesState =
	| { kind: 'empty' }
	| { kind: 'saving' }
	| { kind: 'saved'; time: string }
	/** The connection is gone. */
	| { kind: 'kept' }
	/** The server would not take it. */
	| { kind: 'refused' };

/** While a call is written up. */
export type WrapUpActs = {
	more: () => void;
	/** A break was chosen meanwhile, and begins when they have finished. */
	isBreakAfter: boolean;
	breakAfter: (isWanted: boolean) => void;
};

export type CallScreenProps = {
	view: ContactView;
	officerId: string;
	steps: { rows: readonly GuideRow[]; note: string };
	sentence: Sentence;
	main?: MainAction | undefined;
	/** Beside the main action: what is missing, or comes next. */
	hint?: string | undefined;
	notes: { text: string; state: NotesState; lockedBecause?: string | undefined };
	/** Small figures before what is owed: what is left each month. */
	figures?: readonly { label: string; figure: string }[];
	/** Asked of the switch and not yet done. */
	asked?: CallVerb | null | undefined;
	/** The connection is gone: timers say `about`. */
	about?: boolean;
	wrapUp?: WrapUpActs | undefined;
	/** Other calls ringing for this officer meanwhile. */
	ringing?: readonly ContactView[];
	on: {
		control: (verb: CallVerb, contactId: string) => void;
		sendBack?: ((contactId: string) => void) | undefined;
		/** Without a call: they have gone. */
		leave?: (() => void) | undefined;
		line?: ((by: 1 | -1) => void) | undefined;
		step: (id: string) => void;
		back?: (() => void) | undefined;
		note: (text: string) => void;
	};
	/** The step's work: the only part that scrolls. */
	children: Snippet;
	/** One row under the sentence: connection, hold, conflict. */
	notice?: Snippet | undefined;
	/** Beside who it is: the way to everything about them. */
	whole?: Snippet | undefined;
	/** In the panel, under the call: help asked of a team leader. */
	help?: Snippet | undefined;
	/** In the panel, above the notes: what was spotted, what may be done. */
	aside?: Snippet | undefined;
	/** Beside Back: another way out of the step. */
	ways?: Snippet | undefined;
};

export type IdleScreenProps = {
	tile: Tile;
	officerId: string;
	today: Day;
	firstSentence: string;
	/** Everything on this officer's screen that is not open: ringing, or missed and not put away. */
	offers: readonly ContactView[];
	asked?: CallVerb | null | undefined;
	on: {
		presence: (chosen: ChosenPresence) => void;
		/** A phone that the phone system paused is to be offered calls again. */
		phoneBack?: (() => void) | undefined;
		control: (verb: CallVerb, contactId: string) => void;
		choose: (customerId: string, contactId: string) => void;
		dismiss: (contactId: string) => void;
		sendBack?: ((contactId: string) => void) | undefined;
		find?: (() => void) | undefined;
		call?: (() => void) | undefined;
		callBack?: ((callBack: Pick<CallBack, 'id' | 'kind'>) => void) | undefined;
		letGo?: ((id: string) => void) | undefined;
	};
	/** Calls that rang here and were missed: then of `offers` only what else ended is shown beside them. */
	missed?: readonly Missed[] | undefined;
	callBacks?: readonly CallBack[] | undefined;
	/** Who is being rung back, and why they were not. */
	ringing?: Ringing | undefined;
	unfinished?: readonly WorkRow[] | undefined;
	ownDay?: readonly DayFigure[] | undefined;
	queues?: readonly QueueNow[] | undefined;
	/** Only in demonstration mode. */
	ringMe?: RingMeProps | undefined;
	notice?: Snippet | undefined;
};
