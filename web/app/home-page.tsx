/** web/app/home-page.tsx — the day, with the recalls that run on top of it, and what can be gone on with without network. */
import { RunningRecalls } from '../features/recalls/running-recalls.tsx'
import { HomePage as Today } from '../features/reports/home-page.tsx'
import { KeptWaves } from '../kept/kept-waves.tsx'

export const HomePage = () => (
  <Today
    first={
      <>
        <KeptWaves />
        <RunningRecalls />
      </>
    }
  />
)
