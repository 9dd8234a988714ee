/**
 * domain/picking/scan-words.ts — what is wrong with a scan or a pick, in words for the floor: said by the server, and by a phone that
 * cannot reach it.
 */
export const scanWords = {
  scan_unreadable: ({ at, says }: { at: number; says: string }) =>
    `This code cannot be read: at character ${at + 1}, ${says}. Scan it again, or type the batch.`,
  scan_of_other: ({ is, gtin, wants }: { is: string | null; gtin: string; wants: readonly string[] }) =>
    is === null
      ? `No product here has the GTIN ${gtin}; the list wants ${wants.join(' or ')}. Leave it where it is.`
      : `This is ${is}; the list wants ${wants.join(' or ')}. Leave it where it is.`,
  scan_without_batch: ({ is }: { is: string }) =>
    `This code is of ${is}, and names no batch. Scan the code that does, or type the batch from the label.`,
  pick_beyond_task: ({ asked, toPick }: { asked: number; toPick: number }) =>
    toPick === 0
      ? 'All of this is picked already. Go on to the next task.'
      : `${asked} scanned, but only ${toPick} are to be picked here. Take ${toPick}.`,
} as const
