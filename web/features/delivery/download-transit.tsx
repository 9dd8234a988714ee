import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import { useServices } from '../../shared/service-select.tsx'
import { ProblemAlert } from '../../shared/states.tsx'
import { useWarehouses } from '../../shared/use-warehouses.ts'
import { allTransitTimes, transitCsv } from './transit-rows.ts'

/** The whole table as a file that can be changed and imported again. */
export function DownloadTransit() {
  const services = useServices().data ?? []
  const warehouses = useWarehouses().data ?? []
  const download = useMutation({
    async mutationFn() {
      const text = await transitCsv(await allTransitTimes(), {
        services: new Map(services.map(({ id, code }) => [id, code])),
        warehouses: new Map(warehouses.map(({ id, code }) => [id, code])),
      })
      keepAs('transit-times.csv', text)
    },
  })
  return (
    <>
      <ProblemAlert problem={download.error ? asProblem(download.error) : null} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={14} />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        CSV
      </Button>
    </>
  )
}

function keepAs(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
