// The desk as it will be served: built from the sources of this moment, behind the content security policy, in a real browser.
import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core'
import { build } from 'vite'
import { openBrowser } from '#base/test-browser'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: https:; font-src 'self'; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

export type Opened = { page: Page; complaints: string[]; elsewhere: string[] }
export type BuiltDesk = {
  folder: string
  open: (path: string, look?: BrowserContextOptions) => Promise<Opened>
  close: () => Promise<void>
}

export async function buildDesk(): Promise<BuiltDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-desk-'))
  await build({
    configFile: join(import.meta.dirname, '../../vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })
  const { origin, stop } = await serve(folder)
  const browser = await openBrowser()
  const close = async () => {
    await browser.close()
    stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { folder, open: (path, look) => openPage(browser, origin + path, look), close }
}

/**
 * What axe finds. It would wait for ever inside a frame that may not run scripts: the frames of messages are opened to it first. It runs in
 * the page itself ("legacy"), not in a second page opened for its results, and describes only what it finds amiss: half of its time.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[sandbox]')) {
      frame.removeAttribute('sandbox')
      frame.srcdoc = '<!doctype html><html lang="fr"><title>message</title><body></body></html>'
    }
  })
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations: found } = await axe.analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

/** `complaints`: what the page or the policy had to say; `elsewhere`: what it asked of other origins. Both should stay empty. */
async function openPage(browser: Browser, address: string, look: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(look)
  const page = await context.newPage()
  const [complaints, elsewhere]: [string[], string[]] = [[], []]
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && !isNoServer(message) && complaints.push(message.text()))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(address).origin) elsewhere.push(request.url())
  })
  await page.goto(address)
  return { page, complaints, elsewhere }
}

// Only files are served here: that the API answers 404 is this stage, not the desk.
const isNoServer = (message: ConsoleMessage): boolean =>
  new URL(message.location().url || 'about:blank').pathname.startsWith('/api/') &&
  message.text().startsWith('Failed to load resource: the server responded with a status of 404')

async function serve(folder: string): Promise<{ origin: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://desk')
    const file = extname(pathname) === '' ? 'index.html' : pathname.replace(/^\/desk\//, '')
    if (pathname.startsWith('/api/') || file.includes('..'))
      return void response.writeHead(404, { 'content-type': 'application/json' }).end('{}')
    readFile(join(folder, file)).then(
      (body) =>
        response
          .writeHead(200, {
            'content-type': KINDS[extname(file)] ?? 'application/octet-stream',
            'content-security-policy': POLICY,
          })
          .end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the test server has no port')
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  return { origin: `http://127.0.0.1:${address.port}`, stop }
}
