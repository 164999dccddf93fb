// The widget as it will be served, built from the sources of this moment, in a real browser, on somebody else's site with a strict policy.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { openBrowser } from '#base/test-browser'
import { KEY, openFakeGuichet, openSite, type FakeGuichet } from './fake-guichet-for-tests.ts'

export type Stage = {
  folder: string
  fake: FakeGuichet
  visit: (look?: BrowserContextOptions, attributes?: string) => Promise<Visit>
  another: (context: BrowserContext) => Promise<Visit> // a second tab
  leave: () => Promise<void> // all visitors go
  close: () => Promise<void>
}
export type Visit = { page: Page; context: BrowserContext; complaints: string[] }

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-widget-'))
  await build({
    configFile: join(import.meta.dirname, '../../../vite.widget.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })
  const fake = await openFakeGuichet((path) => readFile(join(folder, path)).catch(() => null))
  const site = await openSite((page) => ({
    origin: fake.origin,
    attributes: `data-widget="${KEY}" ${new URL(page, 'http://site').searchParams.get('with') ?? ''}`,
  }))
  const browser = await openBrowser()
  return {
    folder,
    fake,
    visit: async (look, attributes = '') =>
      await tab(await newContext(browser, look), `${site.origin}/?with=${encodeURIComponent(attributes)}`),
    another: (context) => tab(context, `${site.origin}/`),
    leave: async () => void (await Promise.all(browser.contexts().map((each) => each.close()))),
    close: async () => {
      await browser.close()
      site.stop()
      await fake.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const newContext = (browser: Browser, look: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', viewport: { width: 1100, height: 760 }, ...look })

// `complaints`: what the page or the policy had to say, but for a server that is away, which some tests want.
async function tab(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/ERR_CONNECTION|ERR_INTERNET|WebSocket connection/.test(message.text()))
      complaints.push(message.text())
  })
  await page.goto(address)
  return { page, context, complaints }
}

export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).include('guichet-chat').analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`))
}

export const scriptsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.js'))
