import { readFile } from 'node:fs/promises'
import ts from 'typescript'

/**
 * Private members under plain names: `_name` for `#name`. Most of a short run is code that V8 interprets, and that finds a plain
 * name at once, where it looks a private one up as a key. Of six short versions, this is a tenth of the CPU time.
 */
export const plainMembers = {
  name: 'plain-members',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => ({ contents: withPlainMembers(await readFile(file, 'utf8'), file), loader: 'ts' }))
  }
}

/** A class that extends another would share the plain names with it, and `#name in object` has no plain form: both end the build. */
function withPlainMembers(text, file) {
  const places = []
  const visit = (node) => {
    if (ts.isPrivateIdentifier(node)) {
      if (ts.isBinaryExpression(node.parent) || extendsAnother(classOf(node))) throw new Error(`${file}: private ${node.text} has no plain name`)
      places.push(node.getStart())
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  return places.reduceRight((plain, place) => `${plain.slice(0, place)}_${plain.slice(place + 1)}`, text)
}

function classOf(node) {
  return ts.findAncestor(node, ts.isClassLike)
}

function extendsAnother({ heritageClauses = [] }) {
  return heritageClauses.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
}
