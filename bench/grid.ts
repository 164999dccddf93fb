// The planning grid in a real browser: 500 people and seven days, scrolled both ways and a shift dragged, frame by frame.
import type { Page } from 'playwright-core'
import { buildDesk } from '../src/desk/browser-for-tests.ts'
import { median, percentile, type Figure, type Measure } from './figures.ts'
import { answerFor } from './grid-answers.ts'
import { makePlan } from './grid-plan.ts'

const PEOPLE = 500
const SIZE = { width: 1440, height: 900 }
const SECONDS = 3
const WHOLE_FRAME = 1_000 / 60
const LATE = WHOLE_FRAME * 1.5 // a frame that came later than this left one out

type Doing = { name: string; act: (page: Page) => Promise<number[]> }

const doings: readonly Doing[] = [
  { name: 'nothing at all (what this browser can do here)', act: (page) => frames(page, 'still') },
  { name: 'scrolled down', act: (page) => frames(page, 'down') },
  { name: 'scrolled across, day by quarters', act: (page) => frames(page, 'across') },
  { name: 'a shift dragged', act: dragged },
]

export const grid: Measure = {
  name: 'grid',
  title: 'planning grid',
  run: async ({ runs, say }) => {
    const desk = await buildDesk()
    try {
      const made = makePlan(PEOPLE)
      const figures: Figure[] = []
      let floor: number | undefined
      for (const { name, act } of doings) {
        const times: number[][] = []
        for (let run = 0; run < Math.min(runs, 5); run++) {
          const { page } = await desk.open('/desk/design', { viewport: SIZE, locale: 'fr-FR' })
          await answerFor(page, made)
          await page.routeWebSocket(/\/live$/, () => {}) // nobody says anything meanwhile
          const view = name.includes('across') || name.includes('dragged') ? 'day' : 'week'
          await page.goto(new URL(`/desk/planning?view=${view}`, page.url()).href)
          await page.waitForSelector('.scheduling-band canvas', { state: 'attached' })
          await page.waitForTimeout(800) // what was fetched and painted first is over
          times.push(await act(page))
          await page.context().close()
        }
        say(`  ${name}: ${times.map((each) => (1_000 / mean(each)).toFixed(1)).join(', ')} a second`)
        const value = median(times.map((each) => 1_000 / mean(each)))
        figures.push(figureOf({ name, value, times, floor }))
        floor ??= value
      }
      return figures
    } finally {
      await desk.close()
    }
  },
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)

function figureOf({ name, value, times, floor }: { name: string; value: number; times: number[][]; floor: number | undefined }): Figure {
  const all = times.flat()
  const late = all.filter((each) => each > LATE).length / Math.max(1, all.length)
  return {
    what: `frames a second, ${name}`,
    value,
    unit: '/s',
    ...(floor === undefined ? {} : { floor, goal: { least: 58 } }),
    note: `p95 ${percentile(all, 0.95).toFixed(1)} ms, ${(late * 100).toFixed(1)} % of frames late`,
  }
} // prettier-ignore

/** Milliseconds between frames while the grid scrolls by itself at a hand's speed, or stands still. */
function frames(page: Page, way: 'still' | 'down' | 'across'): Promise<number[]> {
  return page.evaluate(
    ({ way: to, seconds }) =>
      new Promise<number[]>((done) => {
        const scroller = document.querySelector('.scheduling-scroller')
        const times: number[] = []
        const begun = performance.now()
        let before = begun
        let sign = 1
        const step = (now: number): void => {
          times.push(now - before)
          before = now
          if (to === 'down') scroller?.scrollBy(0, 40 * sign)
          if (to === 'across') scroller?.scrollBy(12 * sign, 18)
          if (scroller && (scroller.scrollLeft <= 0 || scroller.scrollLeft + scroller.clientWidth >= scroller.scrollWidth - 2))
            sign = to === 'across' ? -sign : sign
          if (now - begun < seconds * 1_000) requestAnimationFrame(step)
          else done(times.slice(2))
        }
        requestAnimationFrame(step)
      }),
    { way, seconds: SECONDS },
  )
}

/** The same while a shift is held and moved by a hand, up, down and along the hours. */
async function dragged(page: Page): Promise<number[]> {
  const cell = page.locator('.scheduling-cell[data-cell$=":0"]').nth(3)
  const box = await cell.boundingBox()
  if (!box) throw new Error('no shift to take hold of')
  const [x, y] = [box.x + Math.min(30, box.width / 2), box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const counting = frames(page, 'still')
  const until = Date.now() + SECONDS * 1_000
  for (let at = 0; Date.now() < until; at++) {
    await page.mouse.move(x + 160 * Math.sin(at / 12), y + 90 * Math.sin(at / 31))
    await new Promise((resolve) => setTimeout(resolve, 8)) // a mouse says where it is some 125 times a second
  }
  const times = await counting
  if ((await page.locator('.scheduling-ghost').count()) === 0) throw new Error('nothing was held')
  await page.mouse.up()
  return times
}
