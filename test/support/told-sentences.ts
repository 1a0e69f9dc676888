import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A sentence of an error or a warning as the source writes it, with what may stand in its places. */
export interface SourceSentence {
  readonly file: string;
  readonly line: number;
  /** Each way in which it can be said: its conditions and plurals taken either way, `\u0000` where something is inserted. */
  readonly forms: readonly string[];
}

/** Stands in a form for what is inserted. */
export const HOLE = "\u0000";

/** Names of variables, properties and functions that hold sentences of errors and warnings. */
const HOLDERS = ["message", "hint"];

/** All sentences of errors and warnings in some folders of `src`. */
export function sourceSentences(root: string, rooms: readonly string[]): readonly SourceSentence[] {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"))
      .map((name) => join("src", room, name)),
  );
  const texts = files.map((file) => [file, readFileSync(join(root, file), "utf8")] as const);
  return texts.flatMap(([file, text]) => (/\b(?:message|hint|expected)\b/u.test(text) ? sentencesIn(file, text) : []));
}

function sentencesIn(file: string, text: string): readonly SourceSentence[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SourceSentence[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && isSentence(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const said = whole(node) as ts.Expression;
      found.push({ file, line: line + 1, forms: [...formsOf(said, true), ...formsOf(said, false)] });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A literal that begins as all refusals do, or that stands where a message or a hint is expected. */
function isSentence(node: ts.StringLiteralLike | ts.TemplateExpression): boolean {
  const text = ts.isTemplateExpression(node) ? node.getText().slice(1) : node.text;
  if (!/[a-z] [a-z$]/iu.test(text) || isOurFault(node)) return false;
  const holder = whole(node).parent as Partial<ts.NamedDeclaration>;
  return (
    /(?:^|: )expected .*\.`?$/u.test(text) || (holder.name !== undefined && HOLDERS.includes(holder.name.getText()))
  );
}

/** Whether a sentence tells of a promise that this library has broken: the meaning of its code is enough. */
function isOurFault(node: ts.Node): boolean {
  for (let { parent } = node; !ts.isSourceFile(parent); { parent } = parent) {
    if (ts.isNewExpression(parent) && parent.expression.getText() === "Error") return true;
    if (ts.isCallExpression(parent) && parent.arguments[0]?.getText() === '"INTERNAL"') return true;
    if (ts.isCallExpression(parent) && /^(?:at|entryOf|found)$/u.test(parent.expression.getText())) return true;
  }
  return false;
}

/** The expression that a literal is a part of: a sum of texts, or a choice between texts. */
function whole(node: ts.Node): ts.Node {
  const { parent } = node;
  const isPart =
    ts.isParenthesizedExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken);
  return isPart ? whole(parent) : node;
}

/** All that an expression can say of one thing, or of several. */
function formsOf(node: ts.Expression, isOne: boolean): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return formsOf(node.expression, isOne);
  if (ts.isConditionalExpression(node)) {
    const [one, others] = [node.whenTrue, node.whenFalse].map((each) => formsOf(each, isOne));
    if (node.condition.getText().endsWith("=== 1")) return (isOne ? one : others) ?? [];
    return [...(one ?? []), ...(others ?? [])];
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return joined(formsOf(node.left, isOne), formsOf(node.right, isOne));
  if (ts.isTemplateExpression(node)) {
    return node.templateSpans.reduce<readonly string[]>(
      (forms, { expression, literal }) => joined(joined(forms, formsOf(expression, isOne)), [literal.text]),
      [node.head.text],
    );
  }
  if (ts.isCallExpression(node) && node.expression.getText() === "counted") {
    const [, one = "", many = `${one}s`] = node.arguments.map((each) =>
      ts.isStringLiteralLike(each) ? each.text : "",
    );
    return [isOne ? `1 ${one}` : `7 ${many}`];
  }
  const stated = ts.isIdentifier(node) ? statementOf(node) : undefined;
  return stated === undefined ? [HOLE] : formsOf(stated, isOne);
}

const joined = (firsts: readonly string[], seconds: readonly string[]): readonly string[] =>
  firsts.flatMap((first) => seconds.map((second) => `${first}${second}`));

const declarations = new WeakMap<ts.SourceFile, readonly ts.VariableDeclaration[]>();

function declarationsIn(file: ts.SourceFile): readonly ts.VariableDeclaration[] {
  const known = declarations.get(file);
  if (known !== undefined) return known;
  const found: ts.VariableDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  declarations.set(file, found);
  return found;
}

/** What a name stands for, if it was given a text nearby. */
function statementOf(name: ts.Identifier): ts.Expression | undefined {
  const found = declarationsIn(name.getSourceFile()).findLast(
    (each) => each.end < name.pos && ts.isIdentifier(each.name) && each.name.text === name.text,
  )?.initializer;
  if (found === undefined) return undefined;
  const text = found.getText();
  return text.startsWith("counted(") || (!ts.isCallExpression(found) && /^(?:[^?]*\? *)?["'`]/u.test(text))
    ? found
    : undefined;
}
