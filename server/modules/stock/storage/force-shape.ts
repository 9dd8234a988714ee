import { Exactly, Text } from '#platform/http/index.ts'

/** Goods are put also where the rules of storage forbid it, by who may `force storage`; the reason is kept with the move. */
export const StorageForce = () => Exactly({ reason: Text(1000) })
