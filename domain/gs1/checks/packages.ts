/**
 * domain/gs1/checks/packages.ts — kinds of packages: UN/ECE Recommendation 21 with the codes that GS1 adds (PackageTypeCode).
 */
/** Of two characters: what they begin with, and with what they go on. */
const pairs: Readonly<Record<string, string>> = {
  '1': 'ABDFGW',
  '2': 'C',
  '3': 'AH',
  '4': '34ABCDFGH',
  '5': 'HLM',
  '6': 'HP',
  '7': 'AB',
  '8': 'ABC',
  A: 'ABCDFGHIJLMPTV',
  B: '4BCDEFGHIJKLMNOPQRSTUVWXYZ',
  C: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  D: 'ABCGHIJKLMNPRSTUVWXY',
  E: '123CDEFGHIN',
  F: 'BCDEILOPRTWX',
  G: 'BILRUYZ',
  H: 'ABCGNR',
  I: 'ABCDEFGHKLNZ',
  J: 'BCGRTY',
  K: 'GI',
  L: 'EGTUVZ',
  M: 'ABCERSTWX',
  N: 'AEFGSTUV',
  O: 'ABCDEFKTU',
  P: '2ABCDEFGHIJKLNOPRTUVXYZ',
  Q: 'ABCDFGHJKLMNPQRS',
  R: 'DGJKLOTZ',
  S: '1ABCDEHIKLMOPSTUVWXYZ',
  T: '1BCDEGIKLNORSTUVWYZ',
  U: 'CN',
  V: 'AGIKLNOPQRSY',
  W: 'ABCDFGHJKLMNPQRSTUVWXYZ',
  X: '3ABCDFGHJK',
  Y: 'ABCDFGHJKLMNPQRSTVWXYZ',
  Z: 'ABCDFGHJKLMNPQRSTUVWXYZ',
}
const others =
  '8 9 200 201 202 203 204 205 206 210 211 212 APE BGE BME BRI CBL CCE DPE FOB FPE LAB MPE OPE PAE PLP POP PPE PUE RB1 RB2 RB3 RCB SEC STL ' +
  'TEV THE TRE TTE TWE UUE WRP X11 X12 X15 X16 X17 X18 X19 X20'

export const packageTypes: ReadonlySet<string> = new Set([
  ...Object.entries(pairs).flatMap(([begin, ends]) => [...ends].map((end) => begin + end)),
  ...others.split(' '),
])
