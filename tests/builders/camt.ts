/** A bank's statement as a bank writes it, for the tests that receive money: credits, and what a payer wrote. */
import { minus, pence, plus, typePounds, type Pence } from '#shared/money/pence.ts';

export type Credit = {
	amount: Pence;
	on?: string;
	reference?: string;
	payer?: string;
	account?: string;
	id?: string;
	/** Out instead of in. */
	isOut?: boolean;
	state?: string;
};

const OPENING = pence(1_000_00);
const DAY = '2026-11-18';

export function camtOf(credits: readonly Credit[], given: { closing?: Pence } = {}): string {
	const booked = credits.filter(({ state = 'BOOK' }) => state === 'BOOK');
	const moved = booked.map(({ amount, isOut }) => (isOut ? minus(pence(0), amount) : amount));
	const closing = given.closing ?? plus(OPENING, ...moved);
	return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>NORTHMERE-1</MsgId><CreDtTm>${DAY}T06:00:00Z</CreDtTm></GrpHdr>
<Stmt><Id>1</Id><Acct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></Acct>
${balance('OPBD', OPENING)}
${balance('CLBD', closing)}
${credits.map(entry).join('\n')}
</Stmt></BkToCstmrStmt></Document>
`;
}

function balance(code: string, amount: Pence): string {
	return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">${typePounds(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${DAY}</Dt></Dt></Bal>`;
}

function entry(credit: Credit): string {
	const { amount, on = DAY, reference, payer, account, id, isOut, state = 'BOOK' } = credit;
	const side = isOut ? 'DBIT' : 'CRDT';
	return `<Ntry><Amt Ccy="GBP">${typePounds(amount)}</Amt><CdtDbtInd>${side}</CdtDbtInd><Sts><Cd>${state}</Cd></Sts>
<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt>${id ? `<AcctSvcrRef>${id}</AcctSvcrRef>` : ''}
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="GBP">${typePounds(amount)}</Amt>
${payer || account ? `<RltdPties>${payer ? `<Dbtr><Pty><Nm>${payer}</Nm></Pty></Dbtr>` : ''}${account ? `<DbtrAcct><Id><IBAN>${account}</IBAN></Id></DbtrAcct>` : ''}</RltdPties>` : ''}
${reference ? `<RmtInf><Ustrd>${reference}</Ustrd></RmtInf>` : ''}</TxDtls></NtryDtls></Ntry>`;
}
