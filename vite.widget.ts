import { transformWithOxc, defineConfig, type Plugin } from 'vite'
import { readFile } from 'node:fs/promises'

// The chat widget runs in other people's pages: dist/page/widget.js is a classic script that fetches the rest, named by its contents, from where it
// came itself; what few visitors ask for comes when they do. No name is left behind in the page, nothing is inlined.
export default defineConfig({
  root: 'src/page/widget',
  base: './',
  resolve: { alias: { preact: new URL('src/page/widget/draw.ts', import.meta.url).pathname } }, // its types, and 120 lines of ours instead of its 4.4 kB
  plugins: [loader(), plainImports(), shortElements()],
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  build: {
    outDir: '../../../dist/page',
    emptyOutDir: true,
    modulePreload: false,
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'], // the first with adopted style sheets, toSorted and dvh together
    cssTarget: ['chrome125', 'safari18'], // nothing is rewritten: it is written as the browsers above read it
    reportCompressedSize: false,
    rollupOptions: {
      input: 'src/page/widget/main.ts',
      output: {
        format: 'es',
        entryFileNames: 'widget/[hash].js',
        chunkFileNames: 'widget/[hash].js',
        hashCharacters: 'base36',
        generatedCode: { symbols: false },
        codeSplitting: {
          groups: [
            { name: 'page', test: /widget\/main\.ts$/, priority: 2 },
            { name: 'window', test: /views\/window\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
})

// The one file with a plain name: it knows the first of the others.
function loader(): Plugin {
  const source = new URL('src/page/widget/loader.ts', import.meta.url)
  return {
    name: 'widget-loader',
    generateBundle: async function (_, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
      if (!entry) throw new Error('the widget has no first file')
      const text = (await readFile(source, 'utf8'))
        .replace('declare const WIDGET: string', '')
        .replace('WIDGET', JSON.stringify(entry.fileName))
      const { code } = await transformWithOxc(text, source.pathname)
      this.emitFile({ type: 'asset', fileName: 'widget.js', source: `(()=>{${code.replace(/^\/\/.*\n/gm, '')}})()\n` })
    },
  }
}

// Vite would have modules preloaded by links in the site's head, which is not ours, with 700 bytes of code.
function plainImports(): Plugin {
  return {
    name: 'widget-plain-imports',
    enforce: 'pre',
    load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null),
  }
}

// `h(…)` weighs less than what the automatic way writes for the same elements.
function shortElements(): Plugin {
  return {
    name: 'widget-short-elements',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.tsx') ? { code: `import { h, Fragment } from 'preact'; ${code}`, map: null } : null),
  }
}
