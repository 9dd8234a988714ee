/**
 * cli/import/stopping.ts — Ctrl-C ends an import after the call that is under way; a second one ends it at once.
 */
import { exitCodes, Failure } from '../failure.ts'

export type Stopping = Readonly<{
  /** Throws when the person wants to stop; called between two calls. */
  check(): void
  release(): void
}>

export const howToGoOn = 'Run the same command again to go on: what is already there is not done twice.'

export function stopOnInterrupt(remark: (line: string) => void): Stopping {
  let wanted = false
  const onInterrupt = () => {
    if (wanted) process.exit(exitCodes.stopped)
    wanted = true
    remark('\nStopping after the current call …')
  }
  process.on('SIGINT', onInterrupt)
  return {
    check() {
      if (wanted) throw new Failure(exitCodes.stopped, `Stopped. ${howToGoOn}`)
    },
    release() {
      process.off('SIGINT', onInterrupt)
    },
  }
}
