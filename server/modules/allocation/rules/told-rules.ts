import { remembered } from '#domain/remembered.ts'
import { saysSettings } from '#domain/rule-words.ts'
import type { ResolvedRules, Settings, Won } from '#domain/rules.ts'
import type { LineRules } from './rules-in-force.ts'

/** A rule as a decision keeps it: what it said, and over which others it won. */
export type ToldRule = Readonly<{
  ruleId: string
  name: string
  setting: keyof Settings
  says: string
  warehouseId: string | null // for goods in that warehouse only
  over: readonly Readonly<{ ruleId: string; name: string }>[]
}>

/** Lines of one context share one object, and so what is told of it. */
export const ruleTeller = (): ((rules: LineRules) => ToldRule[]) => remembered(toldRules)

export function toldRules({ line, inWarehouse }: LineRules): ToldRule[] {
  const everywhere = told(line, null)
  const here = new Set(everywhere.map(({ ruleId, setting }) => `${ruleId} ${setting}`))
  const own = [...inWarehouse].flatMap(([id, resolved]) => told(resolved, id))
  return [...everywhere, ...own.filter(({ ruleId, setting }) => !here.has(`${ruleId} ${setting}`))]
}

function told(resolved: ResolvedRules, warehouseId: string | null): ToldRule[] {
  const { approved, barred, ...single } = resolved
  return [
    ...Object.entries(single).flatMap(([setting, won]) => (won ? [{ setting, won: won as Won<keyof Settings> }] : [])),
    ...approved.map((won) => ({ setting: 'approved', won: won as Won<keyof Settings> })),
    ...barred.map((won) => ({ setting: 'barred', won: won as Won<keyof Settings> })),
  ].map(({ setting, won }) => ({
    ruleId: won.rule.id,
    name: won.rule.name,
    setting: setting as keyof Settings,
    says: saysSettings({ [setting]: won.value }).join(', '),
    warehouseId,
    over: won.over.map(({ id, name }) => ({ ruleId: id, name })),
  }))
}
