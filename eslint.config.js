import js from '@eslint/js'
import importX from 'eslint-plugin-import-x'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['api', 'dist', 'out', 'coverage', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { regexp, 'import-x': importX },
    settings: { 'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] }, 'import-x/extensions': ['.ts', '.js'] },
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Types may point both ways; what runs may not.
      'import-x/no-cycle': 'error',
      // Every expression must be linear in the length of its input.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
      'regexp/no-dupe-disjunctions': 'error',
      'regexp/no-empty-alternative': 'error',
      'regexp/no-useless-assertions': 'error',
      'regexp/no-misleading-unicode-character': 'error',
      // Arabic marks in a class are meant one by one.
      'no-misleading-character-class': 'off',
      // More values come as an object with names.
      'max-params': ['error', 5],
      // Tables of words and expressions are as wide as they are.
      'max-len': ['error', { code: 180, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreUrls: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'No default exports.' }]
    }
  },
  {
    files: ['src/review/page/**/*.js'],
    languageOptions: { globals: Object.fromEntries(['document', 'window', 'location', 'navigator', 'fetch', 'performance', 'addEventListener', 'requestAnimationFrame', 'ResizeObserver', 'HTMLInputElement', 'HTMLSelectElement', 'HTMLTextAreaElement', 'HTMLButtonElement', 'URLSearchParams', 'setTimeout', 'clearTimeout'].map((name) => [name, 'readonly'])) }
  },
  // The scorer of beads is put together from the parts of the model.
  { files: ['src/align/score/score.ts'], rules: { 'max-params': ['error', 6] } },
  { files: ['*.config.*'], rules: { 'no-restricted-syntax': 'off' } }
)
