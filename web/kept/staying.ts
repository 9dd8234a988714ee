/**
 * web/kept/staying.ts — which answers stay on the device beside a new one: of one person, few, and none for long.
 */
export type Kept = Readonly<{
  person: string
  /** What was asked, as `me` or `pick-wave 01J…`. */
  name: string
  at: number
  answer: unknown
}>

export const wavePrefix = 'pick-wave '
const wavesMax = 5
/** As long as a session. */
const keptMsMax = 14 * 86_400_000

export const isRecent = ({ at }: Kept, now: number): boolean => at > now - keptMsMax

/** What is of another person goes, what is old, and all waves but the last that were opened. */
export function staying(all: readonly Kept[], added: Kept): readonly Kept[] {
  const others = all.filter((one) => one.person === added.person && one.name !== added.name && isRecent(one, added.at))
  const waves = [...others, added].filter(({ name }) => name.startsWith(wavePrefix)).sort((a, b) => b.at - a.at)
  const gone = new Set(waves.slice(wavesMax))
  return [...others, added].filter((one) => !gone.has(one))
}
