/**
 * server/modules/allocation/rules/life-asked.ts — how much life a line asks by what holds today: its own, the product's and the rules'.
 */
import type { LifeRule } from '#domain/shelf-life.ts'
import type { Db } from '#platform/db.ts'
import type { ProductRow } from '../../catalog/index.ts'
import type { DemandRow } from '../../stock/index.ts'
import { lifeRules } from '../under-the-rules.ts'
import { contextOf, resolver, rulesNow } from './rules-in-force.ts'

type Line = Pick<DemandRow, 'customerId' | 'channel' | 'market' | 'warehouseId' | 'lifeDaysMin'>

export async function lifeAskedNow(db: Db): Promise<(line: Line, product: ProductRow) => LifeRule[]> {
  const rules = await rulesNow(db)
  const resolve = resolver(rules)
  return (line, product) => {
    const { life } = resolve(contextOf(line, product), rules.today).line
    return [...lifeRules(line, product), ...(life ? [life.value] : [])]
  }
}
