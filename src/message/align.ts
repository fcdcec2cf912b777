import type { Catalogue } from './entry.ts'

/** Messages of the stage `align`. */
export const alignMessages = {
  'align:item-unpaired': {
    severity: 'warning',
    text: (v: { language: string; address: string }) => `Unexpected ${v.language} block ${v.address} without a counterpart, expected one in every version`,
    remedy: 'Check whether a version lacks the block or the cleaner lost its number.'
  },
  'align:item-differs': {
    severity: 'warning',
    text: (v: { source: string; target: string; address: string }) => `Unexpected texts of block ${v.address} in ${v.source} and ${v.target} with hardly anything in common, expected one text under one label`,
    remedy: 'Compare the two: a version may have been changed, or a number misread.'
  },
  'align:documents-differ': {
    severity: 'fatal',
    text: (v: { source: string; target: string; agreement: string; compared: number; paired: string; others: number }) =>
      `Unexpected versions ${v.source} and ${v.target}: ${v.compared === 0 ? '' : `${v.agreement} of ${v.compared} pairs have more in common than wrong pairs, `}` +
      `${v.paired} of the text is paired; expected versions of one document${v.others === 0 ? '' : ` (${v.others} other pairs differ, too)`}`,
    remedy: 'Give versions of one document, or go on with --force.'
  },
  'align:boundaries-differ': {
    severity: 'fatal',
    text: (v: { first: string; count: number; second: string; other: number }) =>
      `Unexpected number of parts between boundaries: ${v.count} in ${v.first}, ${v.other} in ${v.second}, expected the same in all texts`,
    remedy: 'Put the boundaries in the same places in all texts, or leave --boundaries out.'
  },
  'align:documents-related': {
    severity: 'warning',
    text: (v: { source: string; target: string; agreement: string; compared: number }) =>
      `Unexpected versions ${v.source} and ${v.target}: ${v.agreement} of ${v.compared} pairs have more in common than wrong pairs, ` +
      `expected versions of one document; going on as told`,
    remedy: 'Look at every unit of this pair before it goes into a memory.'
  },
  'align:side-empty': {
    severity: 'warning',
    text: (v: { side: string }) => `Unexpected empty ${v.side}, expected segments; every segment of the other side is left without a counterpart`,
    remedy: 'Give two texts that are not empty.'
  },
  'align:drift': {
    severity: 'warning',
    text: (v: { widened: number }) => `Unexpected path at the edge of what was searched, after ${v.widened} widenings; expected it inside`,
    remedy: 'Check the pairs near long passages that one side lacks.'
  }
} as const satisfies Catalogue
