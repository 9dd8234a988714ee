/**
 * domain/storage/lies-wrong.ts — what lies in a bin and must not, each held against what else lies there.
 */
import { type Bin, type Breach, type Goods, type Lying, mayLie } from './may-lie.ts'

type Kept<Row> = Omit<Bin, 'lying'> & Readonly<{ lying: readonly Row[] }>

/** Law: as `mayLie` says it of each and the others. A bin that takes all may hold thousands, of which only dangerous goods mind each other. */
export function liesWrong<Row extends Goods & Lying>(bin: Kept<Row>): { goods: Row; breaches: readonly Breach[] }[] {
  const takesAll = bin.mixing === 'mixed' && bin.capacity === null
  const dangers = takesAll ? firstOfEach(bin.lying) : []
  return bin.lying.flatMap((goods) => {
    const others = takesAll ? dangers : bin.lying.filter((other) => other !== goods)
    const breaches = mayLie(goods, { ...bin, lying: others })
    return breaches.length > 0 ? [{ goods, breaches }] : []
  })
}

/** Of each class of dangerous goods the first, so that whoever minds one of another class finds the one that he would find among all. */
function firstOfEach<Row extends Lying>(rows: readonly Row[]): Row[] {
  const first = new Map<string, Row>()
  for (const row of rows) if (row.hazard !== null && !first.has(row.hazard)) first.set(row.hazard, row)
  return [...first.values()]
}
