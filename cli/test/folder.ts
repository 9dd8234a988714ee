/**
 * cli/test/folder.ts — files that the command line reads and writes in a test, in a folder of their own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Folder = Readonly<{
  pathOf(name: string): string
  /** Answers with the path. */
  write(name: string, content: string | Uint8Array): string
  remove(): void
}>

export function openFolder(): Folder {
  const folder = mkdtempSync(join(tmpdir(), 'firstout-cli-'))
  const pathOf = (name: string) => join(folder, name)
  return {
    pathOf,
    write(name, content) {
      writeFileSync(pathOf(name), content)
      return pathOf(name)
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}
