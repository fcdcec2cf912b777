// Builds, unless what was built is newer than all that it is made of: npm asks for it again with the first npx in a clone.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** The last file that a build writes. */
const last = 'dist/command/LICENCES.txt'
const folders = ['src', 'scripts']
const files = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']

const made = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name)))
const newest = [...made, ...files].reduce((time, file) => Math.max(time, statSync(file).mtimeMs), 0)
const built = statSync(last, { throwIfNoEntry: false })?.mtimeMs ?? 0
if (built <= newest) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' })
  process.exitCode = status ?? 1
}
