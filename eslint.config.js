import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "coverage/", ".cache/", "node_modules/", "**/*.generated.js"] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "Results use no randomness." },
        { object: "Date", property: "now", message: "Results do not depend on the time of day." },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name=/^(localeCompare|toLocaleLowerCase|toLocaleUpperCase)$/]",
          message: "Results do not depend on the machine's locale; see base/text.ts.",
        },
      ],
    },
  },
  {
    // The hot loops read typed arrays at indices that their invariants keep in range.
    files: [
      ...["src/solve/**", "src/score/**", "src/rules/**", "src/base/**", "src/groups/**"],
      ...["test/**", "bench/**"],
    ],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    // Tests, benchmarks and examples print and measure; an assertion without a matcher asserts nothing.
    files: ["test/**", "bench/**", "examples/**"],
    rules: {
      "no-restricted-properties": "off",
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExpressionStatement > CallExpression[callee.name='expect']",
          message: "expect() without a matcher asserts nothing.",
        },
        {
          selector: "MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]",
          message: "A test runs, or it is not written.",
        },
      ],
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
