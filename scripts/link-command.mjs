// Puts the command of a clone where npx looks first: without it, the first npx packs the package, and builds it once more.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'

if (existsSync('.git') && process.platform !== 'win32') {
  mkdirSync('node_modules/.bin', { recursive: true })
  rmSync('node_modules/.bin/hexapla', { force: true })
  chmodSync('dist/cli.js', 0o755)
  symlinkSync('../../dist/cli.js', 'node_modules/.bin/hexapla')
}
