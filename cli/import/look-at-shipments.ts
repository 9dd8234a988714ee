/**
 * cli/import/look-at-shipments.ts — past shipments are judged by the server and stay there to be looked at; nothing of them is written.
 */
import type { Courier } from './courier.ts'
import { type AskedFile, judgedFile, problemsOf, type ReadSheet } from './import-file.ts'
import type { RowProblem } from './sheet.ts'

type Found = Readonly<{ gap: string; title: string; means: string; rows: number; units: number; firstLine: number }>
type Assessment = Readonly<{ rows: number; units: number; clean: number; gaps: readonly Found[] }>
export type Looked = Assessment & ReadSheet & Readonly<{ id: string; number: string; problems: readonly RowProblem[] }>

export async function lookAtShipments(courier: Courier, file: AskedFile): Promise<Looked> {
  const of = await judgedFile(courier, file)
  const told = await courier.api.get<Assessment>(`/v1/imports/${of.id}/assessment`)
  const { id, number, sheet, sheets } = of
  return { ...told, id, number, sheet, sheets, problems: await problemsOf(courier, of) }
}
