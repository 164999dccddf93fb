// A house on its very first day: nothing named yet, one link printed, a browser in front of it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { readConfig } from '#base/config'
import { openBrowser } from '#base/test-browser'
import { openHouse } from '../../src/server/house.ts'
import { firstHouse } from '../../src/server/first-house.ts'
import { serve } from '../../src/server/serve.ts'
import { freePort } from '../world/guichet.ts'

export type Fresh = {
  url: string
  link: string // the one printed at the first start
  look(wanted?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function openFresh(): Promise<Fresh> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-first-day-'))
  const config = readConfig({
    GUICHET_DATA: folder,
    GUICHET_PORT: '0',
    GUICHET_SMTP_PORT: String(await freePort()),
    GUICHET_LOG: 'silent',
  })
  const house = await openHouse(config)
  const first = await firstHouse(house.open)
  const serving = await serve(house, config)
  const browser = await openBrowser()
  const look = async (wanted: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      locale: 'fr-FR',
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
      ...wanted,
    })
    return await context.newPage()
  }
  return {
    url: serving.url,
    link: `${serving.url}${first.link ?? ''}`,
    look,
    close: async () => {
      await browser.close()
      await serving.stop()
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
