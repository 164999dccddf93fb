// A house with a chat on its site: agents at their desks, and visitors with the true widget in browsers of their own.
import type { BrowserContext, Page } from 'playwright-core'
import { openDesk, together, type Desk, type Seat } from '../desk/scene.ts'

export type Widget = { id: string; key: string; try_url: string; entry_point: string }
export type Chats = Desk & { widget: Widget; visit(language?: 'fr' | 'en'): Promise<Visit> }
export type Visit = {
  page: Page
  context: BrowserContext
  complaints: string[]
  says: (text: string) => Promise<void>
  said: () => Promise<string[]>
}
type Brands = { items: { id: string }[] }

export async function openChats(): Promise<Chats> {
  const desk = await openDesk()
  const { items } = await desk.call<Brands>('GET', '/api/v1/brands')
  const widget = await desk.call<Widget>('POST', '/api/v1/widgets', {
    brand_id: items[0]?.id,
    name: 'Boutique en ligne',
    origins: [desk.url],
  })
  const looker = await desk.sit('director')
  const browser = looker.context.browser()
  await looker.context.close()
  if (!browser) throw new Error('the desk has no browser')
  return {
    ...desk,
    widget,
    visit: async (language = 'fr') => {
      const context = await browser.newContext({ viewport: { width: 900, height: 760 }, locale: language === 'fr' ? 'fr-FR' : 'en-GB', reducedMotion: 'reduce' }) // prettier-ignore
      const page = await context.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(`${desk.url}/widget/try/${widget.key}`)
      await page.locator('button.bubble').click()
      await page.locator('dialog.panel .composer textarea').waitFor()
      return { page, context, complaints, says: (text) => say(page, text), said: () => readAsVisitor(page) }
    },
  }
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('.composer textarea').fill(text)
  await page.locator('.composer textarea').press('Enter')
}

/** What the visitor sees, in order. */
const readAsVisitor = (page: Page): Promise<string[]> => page.locator('.saying:not(.pending) .words').allInnerTexts()

/** What the agent sees, in order, of what has arrived. */
export const readAsAgent = ({ page }: Seat): Promise<string[]> =>
  page.locator('.chats-breath:not([data-pending]) .chats-bubble').allInnerTexts()

export const row = ({ page }: Seat, text: string) => page.locator('.chats-row', { hasText: text })

export async function openPage(seat: Seat): Promise<void> {
  await seat.page.locator('.desk-nav-link[aria-current]').waitFor()
  await together(seat, 'g', 'c')
  await seat.page.locator('.chats-groups').waitFor()
}

export async function write({ page }: Seat, text: string): Promise<void> {
  await page.locator('.chats-composer textarea').fill(text)
  await page.locator('.chats-composer textarea').press('Enter')
}

/** Waits until the page shows these, in this order, each once. */
export async function shows(read: () => Promise<string[]>, wanted: readonly string[], patience = 60_000): Promise<void> {
  const until = Date.now() + patience
  let seen: string[] = []
  while (Date.now() < until) {
    seen = await read()
    if (JSON.stringify(seen) === JSON.stringify(wanted)) return
    await new Promise((resolve) => setTimeout(resolve, 50)) // looked at again; nothing else tells that a page was drawn
  }
  throw new Error(`seen ${JSON.stringify(seen)}, wanted ${JSON.stringify(wanted)}`)
}
