/** web/features/putaway/bin-page.tsx — one bin: what it takes, what lies there, what moved. */
import { Page } from '../../shared/page.tsx'
import { Loaded } from '../../shared/states.tsx'
import { BinShown, useBin } from './bin-shown.tsx'

export function BinPage({ id }: { id: string }) {
  const bin = useBin(id)
  return (
    <Page title={bin.data ? `Bin ${bin.data.code}` : 'Bin'} back={{ to: '/map', label: 'Map' }}>
      <Loaded of={bin}>{(got) => <BinShown bin={got} />}</Loaded>
    </Page>
  )
}
