/** web/app/home-page.tsx — the day, with the recalls that run on top of it. */
import { RunningRecalls } from '../features/recalls/running-recalls.tsx'
import { HomePage as Today } from '../features/reports/home-page.tsx'

export const HomePage = () => <Today first={<RunningRecalls />} />
