/**
 * web/kept-build.ts — tells the service worker which files this build has, so that it keeps all of them on the device.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const workerFile = 'sw.js'

/** `publicFolder`: files that are served as they are. */
export function keptBuild(publicFolder: string): Plugin {
  return {
    name: 'firstout-kept-build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const made = Object.values(bundle).filter(({ fileName }) => fileName !== workerFile)
        const page = made.find(({ fileName }) => fileName === 'index.html')
        const worker = bundle[workerFile]
        const entry = made.find((file) => file.type === 'chunk' && file.isEntry)?.fileName
        if (page?.type !== 'asset' || worker?.type !== 'chunk' || !entry)
          throw new Error('page, entry or worker is missing')
        const fixed = readdirSync(publicFolder)
        // The worker as well: under the same version another one would first take away what the one before it keeps.
        const hash = createHash('sha256').update(page.source).update(worker.code)
        for (const name of fixed) hash.update(name).update(readFileSync(join(publicFolder, name)))
        const files = [...made.map(({ fileName }) => fileName), ...fixed].map((name) => `/${name}`).sort()
        const version = hash.update(files.join('\n')).digest('hex').slice(0, 12)
        worker.code = worker.code.replace('firstoutBuild', () => JSON.stringify({ version, entry: `/${entry}`, files }))
      },
    },
  }
}
