/** Money is whole pence and only shared/money turns it into anything else: a float loses pennies without a word. */
import ts from 'typescript';
import { faultAt, isTest, nodesUnder, type Fault, type Source } from '../source/source.ts';

const OF_MONEY = /pence|pounds|amount|balance|money|price/i;

export function floatMoney(source: Source): Fault[] {
	if (source.path.startsWith('shared/money/') || isTest(source.path)) return [];
	return [...nodesUnder(source.tree)].flatMap((node) => {
		const says = moneyObjection(node);
		return says ? [faultAt(source, node, says)] : [];
	});
}

function moneyObjection(node: ts.Node): string | null {
	if (ts.isIdentifier(node) && node.text === 'parseFloat') {
		return 'uses parseFloat: an amount is read by parsePounds, a rate is a whole numerator and denominator.';
	}
	if (ts.isPropertyAccessExpression(node) && /^to(Fixed|Precision)$/.test(node.name.text)) {
		return `uses ${node.name.text}: an amount is shown by formatPounds, typePounds or sayPounds of shared/money.`;
	}
	if (!ts.isBinaryExpression(node)) return null;
	const operator = node.operatorToken.kind;
	const divides =
		operator === ts.SyntaxKind.SlashToken || operator === ts.SyntaxKind.SlashEqualsToken;
	const multiplies = operator === ts.SyntaxKind.AsteriskToken;
	const isOfMoney = OF_MONEY.test(node.left.getText()) || OF_MONEY.test(node.right.getText());
	const byHundred = [node.left, node.right].some((side) => side.getText() === '100');
	if ((divides && (isOfMoney || byHundred)) || (multiplies && byHundred && isOfMoney)) {
		return 'turns pence into something else by hand: use split, timesRate or the formats of shared/money.';
	}
	return null;
}
