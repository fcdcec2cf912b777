import ts from 'typescript'

/**
 * The source in plain words of JavaScript: most of a short run is code that V8 interprets, and that takes time and makes garbage
 * for what compiled code does for nothing.
 *
 * - Private members under plain names, `_name` for `#name`: a plain name is found at once, a private one is looked up as a key.
 * - Loops over lists by their indices, and lists taken apart by theirs: an iterator makes an object at each step.
 */
export const plainCode = {
  name: 'plain-code',
  setup({ onLoad }) {
    const { options, fileNames } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.build.json', ts.sys.readFile).config, ts.sys, '.')
    const program = ts.createProgram(fileNames, options)
    const isList = listsOf(program.getTypeChecker())
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({ contents: plainText(program.getSourceFile(file), isList), loader: 'ts' }))
  }
}

/** Built in, and with a length and indices. */
const lists = new Set(['RegExpExecArray', 'RegExpMatchArray', 'Uint8Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array'])

/** Tells of nodes whether what they stand for is a list, whatever happens. */
function listsOf(checker) {
  const isListType = (type) => (type.isUnion() ? type.types.every(isListType) : checker.isArrayType(type) || checker.isTupleType(type) || lists.has(type.getSymbol()?.name))
  return (node) => isListType(checker.getTypeAtLocation(node))
}

function plainText(source, isList) {
  const { text } = source
  let loops = 0
  return plain(source)

  function plain(node) {
    if (ts.isPrivateIdentifier(node)) return plainName(node)
    if (ts.isForOfStatement(node)) return plainLoop(node) ?? asIs(node)
    return (ts.isArrayBindingPattern(node) && isList(node) ? plainPattern(node) : undefined) ?? asIs(node)
  }

  /** A node, what is inside of it in plain words. */
  function asIs(node) {
    let [written, at] = ['', node.pos]
    ts.forEachChild(node, (child) => {
      written += text.slice(at, child.pos) + plain(child)
      at = child.end
    })
    return written + text.slice(at, node.end)
  }

  /** A class that extends another would share the plain names with it, and `#name in object` has no plain form: both end the build. */
  function plainName(node) {
    if (ts.isBinaryExpression(node.parent) || extendsAnother(classOf(node))) throw new Error(`${source.fileName}: private ${node.text} has no plain name`)
    return `${text.slice(node.pos, node.getStart())}_${node.text.slice(1)}`
  }

  /** `for (const each of list)`, and `for (const [index, each] of list.entries())`. */
  function plainLoop({ initializer, expression, statement, awaitModifier, pos }) {
    const [declared] = initializer.declarations ?? []
    if (!declared || awaitModifier) return undefined
    const [list, index] = [`list$${loops}`, `index$${loops}`]
    const counted = countedList(expression)
    const first = counted ? countedNames(declared.name, index, `${list}[${index}]`) : isList(expression) && `${plain(declared.name)} = ${list}[${index}]`
    if (!first) return undefined
    loops++
    const kind = initializer.flags & ts.NodeFlags.Const ? 'const' : 'let'
    const front = text.slice(pos, ts.skipTrivia(text, pos))
    return `${front}for (let ${index} = 0, ${list} = ${plain(counted ?? expression)}; ${index} < ${list}.length; ${index}++) { ${kind} ${first}; ${plain(statement)} }`
  }

  /** The list of `list.entries()`. */
  function countedList(node) {
    const isCounted = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'entries' && isList(node.expression.expression)
    return isCounted ? node.expression.expression : undefined
  }

  function countedNames(pattern, index, each) {
    if (!ts.isArrayBindingPattern(pattern) || pattern.elements.some(({ initializer, dotDotDotToken }) => initializer ?? dotDotDotToken)) return undefined
    const places = [index, each]
    return pattern.elements.flatMap((element, place) => (ts.isOmittedExpression(element) ? [] : [`${plain(element)} = ${places[place]}`])).join(',')
  }

  /** `{ 0: first, 1: second }` for `[first, second]`; what takes the rest of a list stays. */
  function plainPattern({ elements, pos }) {
    if (elements.some(({ dotDotDotToken }) => dotDotDotToken)) return undefined
    const front = text.slice(pos, ts.skipTrivia(text, pos))
    return `${front}{ ${elements.flatMap((element, place) => (ts.isOmittedExpression(element) ? [] : [`${place}: ${plain(element)}`])).join(', ')} }`
  }
}

function classOf(node) {
  return ts.findAncestor(node, ts.isClassLike)
}

function extendsAnother({ heritageClauses = [] }) {
  return heritageClauses.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)
}
