import type { WrappedPdfiumModule } from '@embedpdf/pdfium'
import { DrawnLines, type Box } from './drawn-lines.ts'
import type { Frame } from './frame.ts'

/** Room in the memory of PDFium for eight numbers, and what stands in it. */
export interface Scratch {
  at: number
  floats: (count: number) => Float32Array
}

/** More objects than any printed page has. */
const mostObjects = 200_000

/** More lines than any page of tables has. */
const mostLines = 10_000

/** Segments of a path that draws a box. */
const pointsOfBox = 5

/** Lines of tables and above notes: flat paths of a page and frames. */
export function drawnLines(module: WrappedPdfiumModule, scratch: Scratch, page: number, frame: Frame): DrawnLines {
  const { FPDFPage_CountObjects, FPDFPage_GetObject, FPDFPageObj_GetBounds, FPDFPageObj_GetType } = module
  const { at, floats } = scratch
  const lines = new DrawnLines(frame.size.height)
  const count = Math.min(FPDFPage_CountObjects(page), mostObjects)
  for (let index = 0; index < count && lines.count < mostLines; index++) {
    const object = FPDFPage_GetObject(page, index)
    if (object === 0 || FPDFPageObj_GetType(object) !== 2) continue
    if (!FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue
    const [left = 0, bottom = 0, right = 0, top = 0] = floats(4)
    const box = frame.box(left, top, right, bottom)
    const inner = holeOf(module, scratch, object, frame)
    if (inner) lines.addBorder(box, inner)
    else lines.add(box)
  }
  return lines
}

/** The inner box of a path that is two, one in the other: what is between them is a border. */
function holeOf(module: WrappedPdfiumModule, { at, floats }: Scratch, path: number, frame: Frame): Box | undefined {
  const { FPDFPageObj_GetMatrix, FPDFPath_CountSegments, FPDFPath_GetPathSegment, FPDFPathSegment_GetPoint } = module
  if (FPDFPath_CountSegments(path) !== 2 * pointsOfBox || !FPDFPageObj_GetMatrix(path, at)) return undefined
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = floats(6)
  const inner: Box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let index = pointsOfBox; index < 2 * pointsOfBox; index++) {
    if (!FPDFPathSegment_GetPoint(FPDFPath_GetPathSegment(path, index), at, at + 4)) return undefined
    const [x = 0, y = 0] = floats(2)
    const [across, up] = [a * x + c * y + e, b * x + d * y + f]
    inner.left = Math.min(inner.left, frame.x(across, up))
    inner.right = Math.max(inner.right, frame.x(across, up))
    inner.top = Math.min(inner.top, frame.y(across, up))
    inner.bottom = Math.max(inner.bottom, frame.y(across, up))
  }
  return inner
}
