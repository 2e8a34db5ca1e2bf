/** Small faults planted in a source, one at a time: what a careless hand would leave and no type would catch. */
import ts from 'typescript';

export interface Mutant {
  /** Relative to the project. */
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

const FLIPS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.PercentToken, '*'],
]);

const METHODS: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

/** A node's text replaced by another; several where one fault has several faces. */
type Change = readonly [node: ts.Node, after: string];

function changesOf(node: ts.Node, source: ts.SourceFile): readonly Change[] {
  const text = (each: ts.Node): string => each.getText(source);
  if (ts.isBinaryExpression(node)) {
    const flipped = FLIPS.get(node.operatorToken.kind);
    const nullish = node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
    if (nullish) return [[node, text(node.left)]];
    return flipped === undefined ? [] : [[node.operatorToken, flipped]];
  }
  if (ts.isPrefixUnaryExpression(node)) {
    if (node.operator === ts.SyntaxKind.ExclamationToken) return [[node, text(node.operand)]];
    return node.operator === ts.SyntaxKind.MinusToken ? [[node, text(node.operand)]] : [];
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']];
  if (ts.isNumericLiteral(node)) return [[node, `(${text(node)} + 1)`]];
  if (ts.isConditionalExpression(node))
    return [
      [node, text(node.whenTrue)],
      [node, text(node.whenFalse)],
    ];
  if (ts.isIfStatement(node))
    return [
      [node.expression, 'true'],
      [node.expression, 'false'],
    ];
  if (ts.isPropertyAccessExpression(node) && ts.isCallExpression(node.parent)) {
    const other = Object.hasOwn(METHODS, node.name.text) ? METHODS[node.name.text] : undefined;
    return other === undefined ? [] : [[node.name, other]];
  }
  return [];
}

/** Types leave nothing behind, and the text of a bug's message is nobody's business. */
const isBeside = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isThrowStatement(node);

export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (isBeside(node)) return;
    for (const [target, after] of changesOf(node, source)) {
      const [start, end] = [target.getStart(source), target.getEnd()];
      const before = text.slice(start, end);
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      if (before !== after) found.push({ file, line, start, end, before, after });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Parentheses keep what stands around a replaced expression from binding to half of it. */
export const applied = (text: string, { start, end, before, after }: Mutant): string => {
  const whole = /^[\w$]|[)\]]$/.test(after) && before.length > 3 && !/^[a-z]+$/.test(after);
  return text.slice(0, start) + (whole ? `(${after})` : after) + text.slice(end);
};
