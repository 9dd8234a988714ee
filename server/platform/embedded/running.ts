/**
 * server/platform/embedded/running.ts — tells one run of a program from another that later got the same process id.
 */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The same text for as long as this very run lives, or null where the system does not tell. */
export async function runOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return linuxRun(pid)
  if (process.platform === 'win32') return windowsCommand(pid)
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim() || null
}

/** Ticks since boot at which it started (the 22nd field of `stat`), and which boot. */
async function linuxRun(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'latin1')
    const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'latin1').catch(() => '')
    return `${boot.trim()}:${startedAt}`
  } catch {
    return null
  }
}

/** The command line it was started with, '' where it is gone, or null where the system does not tell. */
export async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
  if (process.platform === 'win32') return null
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.trim()
}

/** Hidden from whoever may not see the process, and where there is no PowerShell: then nobody can tell. */
async function windowsCommand(pid: number): Promise<string | null> {
  const question = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`
  const asked = run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', question], { windowsHide: true })
  const { stdout } = await asked.catch(() => ({ stdout: '' }))
  return stdout.trim() || null
}
