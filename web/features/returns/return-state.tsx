import { Sign } from '../../shared/sign.tsx'

export function ReturnStateSign({ closedAt }: { closedAt: string | null }) {
  return closedAt ? <Sign tone="quiet">dealt with</Sign> : <Sign tone="soon">to deal with</Sign>
}
