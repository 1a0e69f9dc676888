import { dirname, resolve } from "node:path";
import ts from "typescript";

/** What an entry of the package exports: names in the order of code units. */
export interface Exports {
  /** As callers write it: `tersine/score`. */
  readonly entry: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** The settings of a project, and where it stands. */
export function projectOf(root: string): { readonly options: ts.CompilerOptions; readonly files: readonly string[] } {
  const path = resolve(root, "tsconfig.json");
  const read = ts.readConfigFile(path, (file) => ts.sys.readFile(file));
  if (read.error !== undefined) throw new Error(ts.flattenDiagnosticMessageText(read.error.messageText, "\n"));
  const { options, fileNames } = ts.parseJsonConfigFileContent(read.config, ts.sys, dirname(path));
  return { options, files: fileNames };
}

/** What each entry exports, by the `paths` of `tsconfig.json`. Nothing is type-checked: names are looked up. */
export function exportsOf(root: string): readonly Exports[] {
  const { options } = projectOf(root);
  const entries = Object.entries(options.paths ?? {}).map(([entry, [file = ""]]) => ({
    entry,
    file: resolve(root, file),
  }));
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    { ...options, noLib: true, types: [] },
  );
  const checker = program.getTypeChecker();
  return entries.map(({ entry, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} exports nothing`);
    const symbols = checker.getExportsOfModule(module);
    const isValue = (symbol: ts.Symbol): boolean => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return (target.flags & ts.SymbolFlags.Value) !== 0;
    };
    const namesOf = (found: readonly ts.Symbol[]): readonly string[] => found.map(({ name }) => name).sort();
    return {
      entry,
      values: namesOf(symbols.filter(isValue)),
      types: namesOf(symbols.filter((symbol) => !isValue(symbol))),
    };
  });
}
