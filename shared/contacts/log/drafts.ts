/**
 * The field in which something is typed before it is a line of the log, and which fields a line settles: the browser
 * forgets what it typed there and the server its draft, by this one rule.
 */
import type { FigureId } from '../../affordability/business/cash-flow.ts';
import type { GuidelineArea } from '../../affordability/groups.ts';
import type { LineId } from '../../affordability/lines.ts';
import type { ContactEventBody } from './events.ts';

/** Forty characters at most, and nothing of a customer. */
export const FIELDS = {
	note: 'note',
	reasonNote: 'reason-note',
	lineAmount: (line: LineId) => `amount-${line}`,
	lineNote: (line: LineId) => `note-${line}`,
	guidelineReason: (area: GuidelineArea) => `reason-${area}`,
	change: 'change',
	cash: (figure: FigureId) => `cash-${figure}`,
	cashNote: (figure: FigureId) => `cash-note-${figure}`,
	adviserName: 'adviser-name',
	adviserOrganisation: 'adviser-organisation',
	adviserDay: 'adviser-day',
	offerAmount: 'offer-amount',
	offerWhy: 'offer-why',
	offerMonths: 'offer-months',
	termWhy: 'offer-term-why',
	approvalReason: 'approval-reason',
	summary: 'summary'
} as const;

export function fieldsSettledBy(body: ContactEventBody): readonly string[] {
	switch (body.type) {
		case 'noteWritten':
			return [FIELDS.note];
		case 'reasonGiven':
			return [FIELDS.reasonNote];
		case 'statementLineSet':
			return [FIELDS.lineAmount(body.line), FIELDS.lineNote(body.line)];
		case 'guidelineReasonWritten':
			return [FIELDS.guidelineReason(body.area)];
		case 'cashFlowOpened':
			return [FIELDS.cash('opening')];
		case 'cashFlowWeekSet':
			return [FIELDS.cash(`${body.side}-${body.week}`)];
		case 'cashFlowFigureSet':
			return [FIELDS.cash(body.figure), FIELDS.cashNote(body.figure)];
		case 'statementFromAdviser':
			return [FIELDS.adviserName, FIELDS.adviserOrganisation, FIELDS.adviserDay];
		case 'answersGiven':
			return [FIELDS.change];
		case 'offerMade':
		case 'offerCleared':
			return [FIELDS.offerAmount, FIELDS.offerWhy, FIELDS.offerMonths];
		case 'termSet':
			return [FIELDS.termWhy];
		case 'approvalAsked':
			return [FIELDS.approvalReason];
		case 'wrappedUp':
			return [FIELDS.summary];
		default:
			return [];
	}
}
