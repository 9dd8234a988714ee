/**
 * cli/progress.ts — a sign of life on stderr: one line that renews itself on a terminal, a line now and then in a log.
 */
export type Progress = Readonly<{
  /** `done` counts what this stage has behind it. */
  tell(stage: string, done: number, total: number): void
  end(): void
}>

type Output = Readonly<{ isTTY?: boolean; write(text: string): unknown }>

const terminalMs = 100
const logMs = 10_000

export function progressOn(output: Output, now: () => number = Date.now): Progress {
  const everyMs = output.isTTY ? terminalMs : logMs
  let stage = ''
  let since = 0
  let lastAt = 0
  const line = (done: number, total: number) => {
    const seconds = Math.max(now() - since, 1) / 1000
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    return `${stage}: ${percent} % (${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}), ${Math.round(done / seconds).toLocaleString('en-US')}/s`
  }
  return {
    tell(name, done, total) {
      if (name !== stage) {
        if (stage !== '' && output.isTTY) output.write('\n')
        stage = name
        since = now()
        lastAt = 0
      }
      const isLast = done >= total
      if (!isLast && now() - lastAt < everyMs) return
      lastAt = now()
      output.write(output.isTTY ? `\r\u001b[K${line(done, total)}` : `${line(done, total)}\n`)
    },
    end() {
      if (stage !== '' && output.isTTY) output.write('\n')
      stage = ''
    },
  }
}
