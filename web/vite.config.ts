import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server refuses writes that come from another website, so it must see the address that the browser sees.
const api = { target: process.env.API_URL ?? 'http://127.0.0.1:4600', changeOrigin: false }

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // light-dark() is left to the browser: rewritten, it would no longer follow the chosen colours.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // The page allows no inline script and no foreign host; nothing is worth a data: address either.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 4601, proxy: { '/v1': api, '/docs': api } },
})
