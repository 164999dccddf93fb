import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The desk is built into dist/desk and served under /desk/ from the same origin as the API. Nothing is inlined: the content
// security policy allows scripts, styles, fonts and images from files of ours only.
export default defineConfig({
  root: 'src/desk',
  base: '/desk/',
  plugins: [react(), twoLanguages(), layersInOrder()],
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'], // the first with light-dark() and field-sizing where it matters
    reportCompressedSize: false,
    chunkSizeWarningLimit: 620,
    manifest: true,
  },
  server: { port: 4001, proxy: { '/api': { target: 'http://127.0.0.1:4000', ws: true } } },
})

// react-aria brings what it says in thirty-four languages; the desk speaks two. Saves some 60 kB gzipped.
function twoLanguages(): Plugin {
  return {
    name: 'two-languages',
    enforce: 'pre',
    load: (id) => (/\/private\/intl\/\w+\/(?!fr-FR|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? 'export default {}' : null),
  }
}

// The first style sheet that names a layer decides its place, and chunks arrive in any order: so every sheet begins with the whole order.
function layersInOrder(): Plugin {
  return {
    name: 'layers-in-order',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.css') ? `@layer reset, tokens, ui, desk, room;\n${code}` : null),
  }
}
