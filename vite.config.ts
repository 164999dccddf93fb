import { readFile } from 'node:fs/promises'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

// The desk is built into dist/desk and served under /desk/ from the same origin as the API. Nothing is inlined: the content
// security policy allows scripts, styles, fonts and images from files of ours only.
export default defineConfig({
  root: 'src/desk',
  base: '/desk/',
  plugins: [react(), twoLanguages(), noJsonSchema(), layersInOrder()],
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'], // the first with light-dark() and field-sizing where it matters
    reportCompressedSize: false,
    chunkSizeWarningLimit: 720,
    manifest: true,
    // What the first page needs travels as one: a parcel in twenty pieces is an eighth bigger, each piece being packed by itself.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
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

// Every schema of zod can write itself as JSON Schema. The server does that (docs of the API), the desk never: nothing stands in for it here.
function noJsonSchema(): Plugin {
  return {
    name: 'no-json-schema',
    enforce: 'pre',
    load: async (id) => {
      if (!/\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return null
      const names = [...(await readFile(id, 'utf8')).matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
      return ['const absent = () => absent', ...names.map((name) => `export const ${name} = absent`)].join('\n')
    },
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
