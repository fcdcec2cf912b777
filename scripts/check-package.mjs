// What a stranger gets: the packed package installed into an empty project, where the library examples of the README, the
// examples of the package and the command run. `node scripts/check-package.mjs [NODE…]`, each another binary of Node.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const nodes = process.argv.length > 2 ? process.argv.slice(2) : [process.execPath]
const top = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'hexapla-package-'))
const run = (program, ...parameters) => execFileSync(program, parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const check = (what, holds) => {
  if (!holds) throw new Error(`Unexpected outcome of ${what}`)
  console.log(`ok ${what}`)
}

try {
  const [{ filename, files }] = JSON.parse(execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: top, encoding: 'utf8' }))
  check('npm pack: no tests, no sources', !files.some(({ path: file }) => /^(?:tests|src|bench|corpus|fixtures)\//.test(file)))
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  run('npm', 'install', '--no-audit', '--no-fund', `./${filename}`)
  const installed = readdirSync(path.join(folder, 'node_modules'), { recursive: true }).map((name) => statSync(path.join(folder, 'node_modules', name)))
  const bytes = installed.reduce((sum, { size }) => sum + size, 0) / 1e6
  const room = installed.reduce((sum, { blocks }) => sum + blocks * 512, 0) / 1e6
  check(`installed: ${bytes.toFixed(1)} MB, ${room.toFixed(1)} MB on this disk`, Math.max(bytes, room) <= 25)
  cpSync(path.join(top, 'corpus/cd-note-verbale-belarus-2019'), path.join(folder, 'corpus/cd-note-verbale-belarus-2019'), { recursive: true })

  const readme = readFileSync(path.join(top, 'README.md'), 'utf8')
  // What its examples take beside hexapla, as a user would install it.
  const beside = new Set([...readme.matchAll(/^import .* from '((?!node:|hexapla)[^']+)'$/gm)].map(([, name]) => name))
  run('npm', 'install', '--no-audit', '--no-fund', ...beside)
  cpSync(path.join(top, 'examples'), path.join(folder, 'examples'), { recursive: true })
  for (const node of nodes) {
    console.log(run(node, '--version').trim())
    for (const made of ['out', 'out.tmx', 'built']) rmSync(path.join(folder, made), { recursive: true, force: true })
    for (const [index, [, code]] of [...readme.matchAll(/^```ts\n([^]*?)^```$/gm)].entries()) {
      writeFileSync(path.join(folder, `readme-${index}.mjs`), code)
      const wanted = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, value]) => value)
      check(`example ${index + 1} of the README`, run(node, `readme-${index}.mjs`).trimEnd() === wanted.join('\n'))
    }
    check('examples/memory-of-two-files.mjs', /^CD\/2161: \d+ pairs/.test(run(node, 'examples/memory-of-two-files.mjs', 'corpus/cd-note-verbale-belarus-2019/en.txt', 'corpus/cd-note-verbale-belarus-2019/fr.txt', 'out.tmx')))
    check('examples/outline.mjs', run(node, 'examples/outline.mjs').includes('annex1/h1'))
    check('examples/sure-pairs.mjs', run(node, 'examples/sure-pairs.mjs', 'out.tmx', '0.5').includes('"type":"unit"'))

    const { exports, version } = JSON.parse(readFileSync(path.join(top, 'package.json'), 'utf8'))
    const names = Object.keys(exports).filter((name) => !name.endsWith('.json')).map((name) => `hexapla${name.slice(1)}`)
    writeFileSync(path.join(folder, 'all.mjs'), names.map((name) => `await import('${name}')\n`).join(''))
    run(node, 'all.mjs')
    check(`imports of ${names.join(', ')}`, true)
    const command = path.join('node_modules', 'hexapla', 'dist', 'cli.js')
    check('hexapla --version', run(node, command, '--version').trim() === version)
    run(node, command, 'align', 'corpus/cd-note-verbale-belarus-2019/en.txt', 'corpus/cd-note-verbale-belarus-2019/zh.txt', '-o', 'out')
    check('hexapla align', readdirSync(path.join(folder, 'out')).join() === 'CD_2161.en-zh.sent.tmx,CD_2161.sent.html')
    run(node, command, 'build', 'corpus/cd-note-verbale-belarus-2019/files', '-o', 'built', '--jobs', '2')
    check('hexapla build, by threads', readdirSync(path.join(folder, 'built')).includes('memory.en-es.sent.tmx'))
  }
} finally {
  rmSync(folder, { recursive: true })
}
