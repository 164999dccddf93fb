import { transformWithOxc, defineConfig, type Plugin } from 'vite'
import { readFile } from 'node:fs/promises'

// The chat widget runs in other people's pages: dist/page/widget.js is a classic script that fetches the rest, named by its contents, from where it
// came itself; what few visitors ask for comes when they do. No name is left behind in the page, nothing is inlined.
export default defineConfig({
  root: 'src/page/widget',
  base: './',
  plugins: [loader()],
  oxc: { jsx: { importSource: 'preact' } },
  build: {
    outDir: '../../../dist/page',
    emptyOutDir: true,
    modulePreload: false,
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'], // the first with adopted style sheets, toSorted and dvh together
    reportCompressedSize: false,
    rollupOptions: {
      input: 'src/page/widget/main.tsx',
      output: { format: 'es', entryFileNames: 'widget/[hash].js', chunkFileNames: 'widget/[hash].js', hashCharacters: 'base36' },
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
