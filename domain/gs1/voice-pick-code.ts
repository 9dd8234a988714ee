/**
 * domain/gs1/voice-pick-code.ts — four digits that a picker says aloud to confirm a case of produce: the CRC-16 of GTIN, batch and day, of which the last
 * four decimal digits count (Produce Traceability Initiative, "Voice Pick Code Calculation").
 */
export type VoicePickAsk = Readonly<{
  /** Fourteen digits. */
  gtin: string
  batch: string
  /** Pack or harvest date as on the label, YYMMDD; null where the label bears none. */
  day: string | null
}>

/** The reflected polynomial of CRC-16/ARC. */
const polynomial = 0xa001

function crc16(text: string): number {
  let rest = 0
  for (const character of text) {
    rest ^= character.charCodeAt(0)
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >> 1) ^ polynomial : rest >> 1
  }
  return rest
}

/** The last two digits are printed large. */
export const voicePickCode = ({ gtin, batch, day }: VoicePickAsk): string =>
  String(crc16(`${gtin}${batch}${day ?? ''}`) % 10_000).padStart(4, '0')
