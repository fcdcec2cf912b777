import type { LanguageCode } from '../language/code.ts'
import { openingFormulas } from '../language/formula.ts'
import { readLabel, type LabelMatch } from '../language/label.ts'
import { readSectionHeading } from '../language/section-word.ts'
import type { Report } from '../message/report.ts'
import { rawOffset } from '../tree/mapped-text.ts'
import type { Locator } from '../tree/place.ts'
import { weighBreak } from './break-evidence.ts'
import { LabelSequence, type SequencedLabel } from './label-sequence.ts'
import type { Line } from './line.ts'
import { measureLayout } from './measure-layout.ts'

/** Printed lines that make one block. */
export interface JoinedLines {
  lines: Line[]
  /** The label of the first line, where the run of the text bears it out. */
  label?: SequencedLabel
  /** How sure the break in front is: the weight of the evidence, over 0. */
  weight: number
}

/** What a label adds to the evidence for a break: the next in an open list is nearly sure. */
const labelWeight = { next: 4.5, start: 3, gap: 1.5 } as const

/** A sum nearer to 0 than this is reported. */
const unsure = 0.5

/** Labels that are looked at ahead to tell "(i)" the letter from "(i)" the number. */
const ahead = 12

/** Puts the printed lines of body text together to blocks, each break weighed. */
export function joinLines(all: readonly Line[], language: LanguageCode, place: Locator, report: Report): JoinedLines[] {
  const body: Line[] = []
  /** Whether furniture or notes stand in front of a body line. */
  const crossed: boolean[] = []
  let crossing = false
  for (const line of all) {
    if (line.role === 'body') {
      crossed.push(crossing || (body.at(-1)?.page ?? line.page) !== line.page)
      body.push(line)
      crossing = false
    } else crossing = true
  }
  const layoutAt = measureLayout(body)
  const labels = body.map(({ value }) => readLabel(value))
  const sequence = new LabelSequence()
  const blocks: JoinedLines[] = []
  let open: JoinedLines | undefined
  let inner: number | undefined

  body.forEach((next, index) => {
    const previous = body[index - 1]
    const match = labels[index]
    const label = match && sequence.read(match, () => following(labels, index))
    const section = readSectionHeading(next.value, language)
    const pair = previous && {
      previous,
      next,
      crossing: crossed[index] ?? false,
      inner,
      after: crossed[index + 1] ? undefined : body[index + 1]?.gap,
      labelled: label !== undefined,
      layout: layoutAt(index),
      language
    }
    const forced = !pair || section !== undefined || standsAlone(pair.previous.value, language) || openingFormulas[language].test(next.value)
    let weight = forced ? Infinity : weighBreak(pair)
    if (label) weight += labelWeight[label.fit]
    if (open && weight <= 0) {
      inner = pair?.crossing || (open.lines.length > 1 && inner === undefined) ? inner : next.gap
      open.lines.push(next)
    } else {
      open = { lines: [next], weight, ...(label ? { label } : {}) }
      blocks.push(open)
      inner = undefined
      if (section) sequence.restart()
      if (label) sequence.accept(label)
    }
    if (Math.abs(weight) < unsure)
      report('clean:line-unsure', place.point(rawOffset(next.text, 0)), {
        actual: next.value.slice(0, 24),
        decision: weight > 0 ? 'kept apart' : 'joined'
      })
  })
  return blocks
}

/** Whether a line is a block by itself, whatever follows. */
function standsAlone(value: string, language: LanguageCode): boolean {
  return readSectionHeading(value, language) !== undefined || openingFormulas[language].test(value)
}

function following(labels: ReadonlyArray<LabelMatch | undefined>, index: number): LabelMatch[] {
  const found: LabelMatch[] = []
  for (let next = index + 1; next < labels.length && next < index + 60 && found.length < ahead; next++) {
    const match = labels[next]
    if (match) found.push(match)
  }
  return found
}
