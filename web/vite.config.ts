import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { keptBuild } from './kept-build.ts'

// The server refuses writes that come from another website, so it must see the address that the browser sees.
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:4600', changeOrigin: false }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [react(), keptBuild(here('public'))],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // light-dark() is left to the browser: rewritten, it would no longer follow the chosen colours.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The page allows no inline script and no foreign host; nothing is worth a data: address either.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: here('index.html'), sw: here('worker/sw.ts') },
      // The worker keeps its name, for the browser asks under it whether there is another.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { port: 4601, proxy: { '/v1': api, '/docs': api } },
})
