import { type Label, readLabel } from '#domain/gs1/label.ts'

/** What was scanned, read as a GS1 label of this year. */
export const labelOf = (scan: string): Label => readLabel(scan, new Date().getFullYear())
