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

/** Types of objects. */
const [path, picture, form] = [2, 3, 5]

/** Segments of a path that draws a box. */
const pointsOfBox = 5

/** Lines of tables and above notes: flat paths of a page and frames; and how much of it is a picture. */
export function drawnLines(module: WrappedPdfiumModule, scratch: Scratch, page: number, frame: Frame): DrawnLines {
  const { FPDFPage_CountObjects, FPDFPage_GetObject, FPDFPageObj_GetBounds, FPDFPageObj_GetType } = module
  const { at, floats } = scratch
  const lines = new DrawnLines(frame.size)
  const count = Math.min(FPDFPage_CountObjects(page), mostObjects)
  for (let index = 0; index < count && lines.count < mostLines; index++) {
    const object = FPDFPage_GetObject(page, index)
    const type = object === 0 ? 0 : FPDFPageObj_GetType(object)
    if (type !== path && type !== picture && type !== form) continue
    if (!FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) continue
    const [left = 0, bottom = 0, right = 0, top = 0] = floats(4)
    const box = frame.box(left, top, right, bottom)
    // A form is a page of its own in a page: scans are put in as such, too.
    if (type !== path) {
      lines.addPicture(box)
      continue
    }
    const inner = holeOf(module, scratch, object, frame)
    if (inner) lines.addBorder(box, inner)
    else lines.add(box)
  }
  return lines
}

/** The inner box of a path that is two, one in the other: what is between them is a border. */
function holeOf(module: WrappedPdfiumModule, { at, floats }: Scratch, object: number, frame: Frame): Box | undefined {
  const { FPDFPageObj_GetMatrix, FPDFPath_CountSegments, FPDFPath_GetPathSegment, FPDFPathSegment_GetPoint } = module
  if (FPDFPath_CountSegments(object) !== 2 * pointsOfBox || !FPDFPageObj_GetMatrix(object, at)) return undefined
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = floats(6)
  const inner: Box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (let index = pointsOfBox; index < 2 * pointsOfBox; index++) {
    if (!FPDFPathSegment_GetPoint(FPDFPath_GetPathSegment(object, index), at, at + 4)) return undefined
    const [x = 0, y = 0] = floats(2)
    const [across, up] = [a * x + c * y + e, b * x + d * y + f]
    inner.left = Math.min(inner.left, frame.x(across, up))
    inner.right = Math.max(inner.right, frame.x(across, up))
    inner.top = Math.min(inner.top, frame.y(across, up))
    inner.bottom = Math.max(inner.bottom, frame.y(across, up))
  }
  return inner
}
