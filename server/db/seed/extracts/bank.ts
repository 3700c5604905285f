/**
 * The bank's statement of a day as ISO 20022 camt.053, in pages of a thousand credits, each of which adds up by itself:
 * what came before it, its credits, and what stands after it.
 */
import { NO_PENCE, pence, plus, typePounds, type Pence } from '../../../../shared/money/pence.ts';
import type { Day } from '../../../../shared/time/day.ts';
import { textFile } from './files.ts';

export type Credit = {
	amount: Pence;
	quoted: string;
	payerName: string;
	/** The payer's account, as their bank numbers it. */
	payerAccount: string;
};

export type BankStatement = {
	credit(credit: Credit): void;
	flush(): Promise<void>;
	close(): Promise<void>;
};

const A_PAGE = 1_000;
const OPENING = pence(250_000_00);
/** The council's own, at no bank there is. */
const ACCOUNT = 'NORTHMERE-COLLECTION';

export function bankStatement(path: string, on: Day): BankStatement {
	const file = textFile(path);
	let page: string[] = [];
	let [pages, count, opening, sum] = [0, 0, OPENING, NO_PENCE];
	file.say(`<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>NM${on.replaceAll('-', '')}</MsgId><CreDtTm>${on}T23:00:00Z</CreDtTm></GrpHdr>
`);
	const turn = () => {
		pages += 1;
		const closing = plus(opening, sum);
		file.say(
			`<Stmt><Id>${on}-${pages}</Id><CreDtTm>${on}T23:00:00Z</CreDtTm><Acct><Id><Othr><Id>${ACCOUNT}</Id></Othr></Id></Acct>\n`
		);
		file.say(
			`${balance('OPBD', { amount: opening, on })}${balance('CLBD', { amount: closing, on })}`
		);
		file.say(`${page.join('')}</Stmt>\n`);
		[page, opening, sum] = [[], closing, NO_PENCE];
	};
	return {
		credit(credit) {
			count += 1;
			sum = plus(sum, credit.amount);
			page.push(entry(credit, { id: `NM${on.replaceAll('-', '')}${count}`, on }));
			if (page.length === A_PAGE) turn();
		},
		flush: () => file.flush(),
		async close() {
			if (page.length > 0 || pages === 0) turn();
			file.say('</BkToCstmrStmt></Document>\n');
			await file.close();
		}
	};
}

function balance(code: string, { amount, on }: { amount: Pence; on: Day }): string {
	return `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="GBP">${typePounds(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>\n`;
}

function entry(
	{ amount, quoted, payerName, payerAccount }: Credit,
	{ id, on }: { id: string; on: Day }
): string {
	const sum = `<Amt Ccy="GBP">${typePounds(amount)}</Amt>`;
	return `<Ntry>${sum}<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>${id}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>${sum}<RltdPties><Dbtr><Pty><Nm>${inXml(payerName)}</Nm></Pty></Dbtr><DbtrAcct><Id><Othr><Id>${inXml(payerAccount)}</Id></Othr></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>${inXml(quoted)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n`;
}

function inXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
