/** Bacs advices as they are published, for the tests: payments that came back, and instructions that changed. */
import { plus, typePounds, type Pence } from '#shared/money/pence.ts';

export type Returned = {
	reference: string;
	amount: Pence;
	/** As the file has it: `0` or `0128`. */
	code: string;
	on: string;
	payer?: string;
};

export function aruddOf(items: readonly Returned[]): string {
	return `<?xml version="1.0" encoding="ISO-8859-1"?>
<BACSDocument xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="newbacs-advices.xsd">
<Data><ARUDD>
<Header reportType="REFT1019" adviceNumber="001" currentProcessingDate="2026-11-19"></Header>
<AddresseeInformation name="NORTHMERE CITY COUNCIL"></AddresseeInformation>
<ServiceLicenseInformation userName="NORTHMERE CITY COUNCIL" userNumber="000000"></ServiceLicenseInformation>
<Advice><OriginatingAccountRecords><OriginatingAccountRecord>
<OriginatingAccount name="NORTHMERE CITY COUNCIL" number="55555555" sortCode="20-20-15" type="0"></OriginatingAccount>
${items.map(item).join('\n')}
<Totals numberOf="${items.length}" valueOf="${typePounds(plus(...items.map(({ amount }) => amount)))}" currency="GBP"></Totals>
</OriginatingAccountRecord></OriginatingAccountRecords></Advice>
</ARUDD></Data></BACSDocument>
`;
}

function item({ reference, amount, code, on, payer = 'SOMEBODY' }: Returned): string {
	return `<ReturnedDebitItem ref="${reference}" transCode="17" returnCode="${code}" returnDescription="RETURNED" originalProcessingDate="${on}" valueOf="${typePounds(amount)}" currency="GBP">
<PayerAccount number="11111111" ref="${reference}" name="${payer}" sortCode="11-11-11"></PayerAccount></ReturnedDebitItem>`;
}

export type Changed = { reference: string; code: string; on: string; payer?: string };

export function addacsOf(advices: readonly Changed[]): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<BACSDocument><Data><MessagingAdvices>
<MessagingHeader user-number="000000" report-generation-date="2026-11-19"/>
${advices
	.map(
		({ reference, code, on, payer = 'SOMEBODY' }) =>
			`<MessagingAdvice user-number="000000" record-type="A" effective-date="${on}" reference="${reference}" payer-name="${payer}" payer-account-number="11111111" payer-sort-code="111111" reason-code="${code}" aosn="1"/>`
	)
	.join('\n')}
</MessagingAdvices></Data></BACSDocument>
`;
}
