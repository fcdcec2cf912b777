/**
 * Formulas as a line, in the linear form that word processors write and read: `a/b`, `x^2`, `x_i`, `√(a+b)`, `∑_(k=0)^n`. What
 * stands above or below another is written behind it, and brackets say how far it goes.
 */

/** A number, a word, or what stands in brackets already: no operator in it could be taken for one outside of it. */
const single = /^(?:[\p{L}\p{M}\p{N}.,′∞!]+|\([^()]*\)|[^\p{L}\p{N}])$/u

function group(text: string): string {
  const words = text.trim()
  return single.test(words) ? words : `(${words})`
}

/** `a/b`; without a bar, as binomials are printed, `n¦k`. */
export function fraction(above: string, below: string, isBarred = true): string {
  return `${group(above)}${isBarred ? '/' : '¦'}${group(below)}`
}

/** `x_i^2`. */
export function withScripts(base: string, { below = '', above = '' }: { below?: string; above?: string }): string {
  return `${base === '' ? '' : group(base)}${below === '' ? '' : `_${group(below)}`}${above === '' ? '' : `^${group(above)}`}`
}

/** `√x`, `3√(a+b)`. */
export function root(radicand: string, degree = ''): string {
  return `${degree}√${group(radicand)}`
}

/** A name and what it is of: `sin x`, `f(x)`. */
export function applied(name: string, argument: string): string {
  return /[\p{L}\p{N})]$/u.test(name) && /^[\p{L}\p{N}√]/u.test(argument) ? `${name} ${argument}` : name + argument
}

/** Rows of a matrix, or lines of a formula: `a, b; c, d`. */
export function rowsOfCells(rows: ReadonlyArray<readonly string[]>): string {
  return rows.map((cells) => cells.join(', ')).join('; ')
}
