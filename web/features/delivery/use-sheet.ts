import { useQuery } from '@tanstack/react-query'
import { atTransitLines, type LineProblem, readTransitSheet, type TransitLine } from '#domain/transit-sheet.ts'
import type { Problem } from '../../api/problem.ts'
import { useServices } from '../../shared/service-select.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { sheetLines } from './transit-rows.ts'

type SheetRead = Readonly<{
  rows: readonly TransitLine[]
  problems: readonly LineProblem[]
  /** What was refused and stands at no line. */
  elsewhere: Problem | null
}>

/** What is typed, as rows; and what the server refused of it, at its lines. */
export function useSheet(text: string, refused: Problem | null): SheetRead {
  const services = useServices().data ?? []
  const warehouses = useWarehouses().data ?? []
  const lines = useQuery({
    queryKey: ['transit-sheet', text],
    queryFn: () => sheetLines(text),
    placeholderData: (before) => before,
    gcTime: 0,
    networkMode: 'always',
  })
  const { rows, lineNos, problems } = readTransitSheet(lines.data ?? [], {
    services: new Set(services.map(({ code }) => code)),
    warehouses: new Set(warehouses.map(({ code }) => code)),
  })
  const ofServer = Array.isArray(refused?.facts.problems)
    ? atTransitLines(refused.facts.problems as { at: string; message: string }[], lineNos)
    : []
  return {
    rows: lines.isPlaceholderData ? [] : rows,
    problems: [...problems, ...ofServer].toSorted((a, b) => a.lineNo - b.lineNo),
    elsewhere: ofServer.length > 0 ? null : refused,
  }
}
