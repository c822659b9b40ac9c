import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules/", "dist/", ".cache/", "coverage/", "test/house/fixtures/"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/consistent-indexed-object-style": "off",
      "no-console": "error",
      "no-empty": ["error", { allowEmptyCatch: false }],
      "prefer-const": "error",
      eqeqeq: ["error", "always"],
    },
  },
  {
    // What ships holds no default parameters in custom functions, no clock in what is pure, no class but errors.
    files: ["src/{calc,journal,functions,workbook,actions,importers}/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "ClassDeclaration:not([superClass.name=/Error$/])", message: "no class unless it is an Error" },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now'], CallExpression[callee.object.name='Math'][callee.property.name='random']", message: "today and randomness are arguments here" },
      ],
    },
  },
  { files: ["src/functions/**/*.ts"], rules: { "no-restricted-syntax": ["error", { selector: "FunctionDeclaration > AssignmentPattern", message: "Excel sends null for an omitted argument: use ??, not a default" }] } },
  { files: ["src/taskpane/**/*.tsx"], plugins: { "react-hooks": reactHooks }, rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" } },
  { files: ["test/**/*.{ts,tsx}", "workbench/**/*.ts"], rules: { "@typescript-eslint/no-dynamic-delete": "off", "@typescript-eslint/no-extraneous-class": "off" } },
  { files: ["workbench/page/**/*.ts"], rules: { "no-console": ["error", { allow: ["error", "warn"] }] } },
);
