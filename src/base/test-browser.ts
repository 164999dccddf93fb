// The browser of every test that needs one: which program it is, and how long what it waits for may take, stand here alone.
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const ARGS = ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage']
const PATIENCE_MILLISECONDS = 90_000 // thrice what playwright thinks enough: a wait that succeeds costs nothing, on a slow machine neither

/** Whoever waits for something in it (a place, a page, an event) waits long enough for a slow and busy machine. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await sparticuz.executablePath()
  const browser = await chromium.launch({ executablePath, args: [...ARGS, ...more], timeout: 180_000 })
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MILLISECONDS))
  return browser
}
