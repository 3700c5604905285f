/** A test that does not run, runs alone or tests a stand-in of our own code says something that nobody saw. */
import ts from 'typescript';
import { faultAt, isTest, nodesUnder, type Fault, type Source } from '../source/source.ts';

const LEFT_OUT =
	/^(it|test|describe|suite|test\.describe)\b.*\.(skip|skipIf|runIf|only|todo|fixme|fails|fail)$/s;

export function dishonestTests(source: Source): Fault[] {
	if (!isTest(source.path)) return [];
	return [...nodesUnder(source.tree)].flatMap((node) => {
		const says = testObjection(node);
		return says ? [faultAt(source, node, says)] : [];
	});
}

function testObjection(node: ts.Node): string | null {
	if (ts.isIdentifier(node) && /^(xit|xdescribe|xtest|fit|fdescribe)$/.test(node.text)) {
		return `${node.text} leaves tests out: run them all, or delete the one that is no longer true.`;
	}
	if (!ts.isPropertyAccessExpression(node)) return null;
	const written = node.getText();
	if (LEFT_OUT.test(written)) {
		return `${written} leaves tests out: run them all, or delete the one that is no longer true.`;
	}
	if (/^vi\.(mock|doMock|hoisted)$/.test(written)) {
		return `${written} tests a stand-in: pass the real thing, or a fake at a port (a switch, a clock).`;
	}
	return null;
}
