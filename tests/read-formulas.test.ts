import { expect, it } from 'vitest'
import { makeDocx } from '../evaluation/read/make-docx.ts'
import { zip } from '../evaluation/read/zip.ts'
import { readDocument } from '../src/read/document.ts'
import { readOdt } from '../src/read/odt/index.ts'

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readDocument(bytes, { name: 'x' })
  return (typeof read === 'string' ? read : read.text).trim()
}

const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
const part = (name: string, ...children: readonly string[]): string => `<m:${name}>${children.join('')}</m:${name}>`
const base = (...children: readonly string[]): string => part('e', ...children)
const chosen = (name: string, value: string): string => `<m:${name} m:val="${value}"/>`

it.each([
  ['a fraction', part('f', part('num', run('x-c')), part('den', run('2'))), '(x-c)/2'],
  ['a binomial', part('d', base(part('f', part('fPr', chosen('type', 'noBar')), part('num', run('n')), part('den', run('k'))))), '(n¦k)'],
  ['powers of what is itself a formula', part('sSup', base(part('f', part('num', run('a')), part('den', run('b')))), part('sup', run('2'))), '(a/b)^2'],
  ['both scripts, in front too', part('sSubSup', base(run('x')), part('sub', run('i')), part('sup', run('n-1'))) + part('sPre', part('sub', run('6')), part('sup', run('12')), base(run('C'))), 'x_i^(n-1)_6^12C'],
  ['a sum with what it goes over', part('nary', part('naryPr', chosen('chr', '∑')), part('sub', run('k=0')), part('sup', run('n')), base(run('k'))), '∑_(k=0)^n k'],
  ['roots', part('rad', part('deg'), base(run('b-4'))) + part('rad', part('deg', run('3')), base(run('x'))), '√(b-4)3√x'],
  ['brackets of its own', part('d', part('dPr', chosen('begChr', '['), chosen('endChr', '[')), base(run('0')), base(run('1'))), '[0|1['],
  ['a function and a limit', part('func', part('fName', part('limLow', base(run('lim')), part('lim', run('n')))), base(run('x'))), 'lim_n x'],
  ['lines and rows', part('eqArr', base(run('a&amp;=1')), base(run('b&amp;=2'))) + part('m', part('mr', base(run('1')), base(run('0')))), 'a=1; b=21, 0'],
  ['marks above and below', part('acc', base(run('x'))) + part('bar', part('barPr', chosen('pos', 'top')), base(run('y'))) + part('groupChr', base(run('z'))), 'x\u0302y\u0305z_⏟'],
  ['nothing of what was deleted', `<w:del>${run('x')}</w:del>${run('y')}`, 'y']
])('DOCX: %s', async (_, formula, expected) => {
  expect(await textOf(makeDocx({ body: `<w:p><w:r><w:t xml:space="preserve">A: </w:t></w:r><m:oMath>${formula}</m:oMath></w:p>` }))).toBe(`A: ${expected}`)
})

const mathml = '<mrow><mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi></mrow><mn>2</mn></mfrac><msqrt><msup><mi>b</mi><mn>2</mn></msup></msqrt></mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><msub><mi>a</mi><mi>i</mi></msub><mfenced><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr></mtable></mfenced>'
const line = 'x=(-b)/2√(b^2)∑_i^na_i(1, 0)'

it('HTML: MathML, without the annotation that says it again', async () => {
  expect(await textOf(Buffer.from(`<!DOCTYPE html><html><body><p>A: <math><semantics><mrow>${mathml}</mrow><annotation encoding="x">x over 2</annotation></semantics></math>.</p></body></html>`))).toBe(`A: ${line}.`)
})

it('ODT: formulas that stand in parts of their own', () => {
  const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>A: <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>.</text:p></office:text></office:body></office:document-content>`
  const files = new Map([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    ['content.xml', content],
    ['Object 1/content.xml', `<math xmlns="http://www.w3.org/1998/Math/MathML">${mathml}</math>`]
  ])
  expect(readOdt(zip(files), 'x.odt').text).toBe(`A: ${line}.\n`)
  const folder = new Map([...files].map(([name, text]) => [name, text.replace('./Object 1', 'Object 1/')]))
  expect(readOdt(zip(folder), 'x.odt').text).toBe(`A: ${line}.\n`)
})
