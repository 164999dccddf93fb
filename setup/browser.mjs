// The browser of the tests is packed in its package, and unpacks itself into the temporary folder when it is first asked for: of two processes
// of tests that begin at once the second would start half a program. So it is unpacked before them, aside, and each part is put in place whole.
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from './child.mjs'
import { pinnedNode } from './node.mjs'
import { root } from './root.mjs'

const unpack = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`

export async function unpackBrowser() {
  const place = os.tmpdir()
  if (existsSync(path.join(place, 'chromium'))) return
  const aside = mkdtempSync(path.join(place, 'guichet-browser-'))
  try {
    const code = await run(pinnedNode(), ['-e', unpack], { cwd: root, env: { ...process.env, TMPDIR: aside } })
    if (code === 0) putInPlace(aside, place)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

// The program itself last: where it is, everything is.
function putInPlace(aside, place) {
  const isProgram = (name) => Number(name === 'chromium')
  for (const name of readdirSync(aside).toSorted((a, b) => isProgram(a) - isProgram(b)))
    if (!existsSync(path.join(place, name))) renameSync(path.join(aside, name), path.join(place, name))
}
