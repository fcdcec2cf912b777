/** PDFium as a WebAssembly program: compiled once, started anew for each file. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init, type PdfiumModule, type PdfiumRuntimeMethods, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** The memory of an instance, as numbers of several widths. */
export type Memory = PdfiumModule & PdfiumRuntimeMethods & { HEAPU8: Uint8Array; HEAPF32: Float32Array; HEAPF64: Float64Array }

/** Functions of PDFium as it exports them: numbers in, a number out. */
export type RawFunctions = Readonly<Record<'FPDFText_CountChars' | 'FPDFText_GetCharOrigin' | 'FPDFText_GetLooseCharBox' | 'FPDFText_GetTextObject' | 'FPDFText_GetUnicode' | 'FPDFText_IsGenerated' | 'free' | 'malloc', (...values: number[]) => number>>

/** What is used of WebAssembly, which the types of Node leave out. */
interface WebAssemblyHost {
  compile: (bytes: Uint8Array) => Promise<object>
  instantiate: (program: object, imports: object) => Promise<object>
}
const { WebAssembly: webAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyHost }

/** PDFium, compiled once for all files, or anew for the next. */
let compiled: Promise<object> | undefined

/** An instance of its own, with a memory of its own. */
export async function startPdfium(): Promise<WrappedPdfiumModule> {
  compiled ??= readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')).then((binary) => webAssembly.compile(binary))
  const program = await compiled
  const instantiateWasm = (imports: object, use: (instance: object, program: object) => void): object => {
    void webAssembly.instantiate(program, imports).then((instance) => {
      use(instance, program)
    })
    return {}
  }
  const module = await withoutGlobals(() => init({ instantiateWasm, print: () => undefined, printErr: () => undefined } as unknown as Partial<PdfiumModule>))
  module.PDFiumExt_Init()
  return module
}

/** Lets the program go that the next file would find compiled. */
export function forgetPdfium(): void {
  compiled = undefined
}

/**
 * Starts PDFium, and takes from the global object what Emscripten puts there: getters that only warn of names it once had, of
 * which each would hold the memory of the instance, 18 MB and more, for as long as the process lives.
 */
async function withoutGlobals<Started>(start: () => Promise<Started>): Promise<Started> {
  const before = new Set(Object.getOwnPropertyNames(globalThis))
  const started = await start()
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const { get, set, enumerable } = before.has(name) ? {} : (Object.getOwnPropertyDescriptor(globalThis, name) ?? {})
    if (get && !set && enumerable === false) Reflect.deleteProperty(globalThis, name)
  }
  return started
}
