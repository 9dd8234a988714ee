import type { ShipmentSummary } from '../api/types.ts'
import { Sign } from './sign.tsx'

const signs = {
  shipped: { tone: 'good', word: 'shipped' },
  part_cancelled: { tone: 'soon', word: 'a part never left' },
  cancelled: { tone: 'quiet', word: 'cancelled: never left' },
} as const

export function ShipmentStateSign({ state }: { state: ShipmentSummary['state'] }) {
  const { tone, word } = signs[state]
  return <Sign tone={tone}>{word}</Sign>
}
