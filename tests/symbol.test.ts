import { describe, expect, it } from 'vitest'
import { findJobNumber, isBarCode, isJobNumber } from '../src/grammar/job-number.ts'
import { areSymbols, compareIssues, findSymbols, isSymbol, readSymbol } from '../src/grammar/symbol.ts'

const symbols =
  'A/61/917 A/CONF.192/PC/L.3 S/2003/40/Add.28 A/65/L.78* A/73/761* S/PRST/2001/9 S/RES/1881(2009) A/AC.105/C.2/L.255 HSP/GC/19/1/Add.1 A/34/487 E/CONF.103/2 CEDAW/C/BGD/CO/8 A/59/2005/Add.2 CERD/C/SR.1523 A/66/PV.82 A/HRC/45/2 A/HRC/5/21 S/1999/589 CD/1831 A/47/60 S/23329 A/RES/49/202 CERD/C/75/D/42/2008 A/RES/76/268 CRPD/C/VRN/CO/2-3 A/62/53 E/CN.4/Sub.2/AC.2/1987/WP.4/Add.1 A/RES/50/204[A] A/CN.9/SER.C/DIGEST/CISG/2 A/CN.9/WG.III/WP.216 A/RES/S-8/1 CTOC/COP/2022/4 A/55/2/Rev.1 ST/SGB/2003/13 TD/B/COM.1/3 UNEP/GC.22/11'.split(' ')

describe('symbols', () => {
  it.each(symbols)('%s', (symbol) => {
    expect(isSymbol(symbol)).toBe(true)
    expect(findSymbols(`see ${symbol}, annex`)).toContain(symbol)
  })

  it.each(['and/or', '1998/99', 'km/h', 'HIV/AIDS', 'VIH/sida', 'www.un.org/A/61', 'A/B', 'S/N', 'he/she'])('%s is none', (text) => {
    expect(isSymbol(text)).toBe(false)
  })

  it('knows two of a joint document', () => {
    expect(areSymbols('A/47/60–S/23329')).toBe(true)
    expect(areSymbols('A/47/60 S/23329')).toBe(true)
  })

  it('groups what is starred in one language only, or typed with Cyrillic letters', () => {
    const plain = readSymbol('A/73/761')
    expect(readSymbol('A/73/761*').key).toBe(plain.key)
    expect(readSymbol('А/73/761').key).toBe(plain.key)
    expect(compareIssues(readSymbol('A/73/761*'), plain)).toBeGreaterThan(0)
  })

  it('knows what replaces what', () => {
    const [first, revised, added] = ['A/CONF.192/L.3', 'A/CONF.192/L.3/Rev.1', 'A/CONF.192/L.3/Add.1'].map(readSymbol)
    if (!first || !revised || !added) throw new Error('three symbols')
    expect(compareIssues(revised, first)).toBeGreaterThan(0)
    expect(compareIssues(added, first)).toBe(0)
    expect(readSymbol('A/62/53/Corr.1')).toMatchObject({ base: 'A/62/53', corrigendum: 1, stars: 0 })
  })
})

describe('job numbers and bar codes', () => {
  it.each(['05-35610 (S) 310505 310505', '22-09519 (F) 210622 *2209519* 240622', '07-28459 (C)    130407    180407', '07-35147', 'GE.19-07475(E) *1907475*', 'GE.07-13561 (S) 240807 110907', 'GE.20-15920 iii', 'V.05-80470 (R) 150205 230205 *0580470*', 'V.04-54725 (E)', '250319 250319 19-03070 (A)', '*0535610*', '2 GE.19-07475'])('%s', (line) => {
    expect(isJobNumber(line)).toBe(true)
  })

  it.each(['1540 (2004)', '2019', '12 345', '35-7351 x', 'page 3', '3 May 2019'])('%s is none', (line) => {
    expect(isJobNumber(line)).toBe(false)
  })

  it('reads them', () => {
    expect(isBarCode('*1907475*')).toBe(true)
    expect(findJobNumber('GE.19-07475 (E) 100519')).toBe('GE.19-07475')
  })
})
