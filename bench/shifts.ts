// Shifts: how long a week of quarters of an hour takes to plan, how near the best it is proven to be, and who is missing. The floor is when anything was
// first proven.
import { askShape } from '#scheduling/contract'
import { threadPlanner } from '#scheduling'
import type { Figure, Measure, Settings } from './figures.ts'
import { shiftCentre } from './world/shift-centres.ts'

const SECONDS = 60

export const shifts: Measure = { name: 'shifts', title: 'shifts', run }

async function run({ large, say }: Settings): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const people of large ? [50, 200, 500] : [50, 500]) figures.push(...(await week(people, say)))
  return figures
}

async function week(people: number, say: Settings['say']): Promise<Figure[]> {
  say(`  a week of ${people} people`)
  const ask = askShape.parse({ ...shiftCentre(people), limits: { seconds: SECONDS - 2 } }) // the proof of who could still cover what, and breaks, come after
  const cpu = process.cpuUsage()
  const planner = threadPlanner(ask)
  let proof: number | undefined
  const timer = setInterval(() => {
    const now = planner.progress()
    if (now?.bound && proof === undefined) proof = now.seconds
  }, 50)
  const ended = await planner.ended
  clearInterval(timer)
  if (ended.as !== 'done') throw new Error(`a week of ${people} people was not planned: ${ended.as}`)
  const { seconds, gap, strict_gap, objective, bound, shortage } = ended.answer
  const used = process.cpuUsage(cpu)
  const what = `${people} people × 7 days × 15 min`
  return [
    { what, value: seconds, unit: 's', ...(proof !== undefined && { floor: proof }), goal: { most: SECONDS }, note: `${((used.user + used.system) / 1e6).toFixed(1)} s of processor; floor: the first proof` }, // prettier-ignore
    {
      what: `${what}: gap of the whole cost`,
      value: gap * 100,
      unit: '%',
      goal: { most: 1 },
      note: 'as solvers give it: what no plan can change counts in the cost',
    },
    {
      what: `${what}: gap of what can be changed`,
      value: strict_gap * 100,
      unit: '%',
      goal: { most: 1 },
      note: `cost ${objective.toFixed(1)}, bound ${bound.toFixed(1)}`,
    },
    { what: `${what}: coverable quarters left`, value: shortage.coverable, unit: 'quarters', goal: { most: 0 }, note: `${shortage.hours.toFixed(1)} h missing, at least ${shortage.least_hours.toFixed(1)}; ${shortage.changes_tried} weeks tried` }, // prettier-ignore
  ]
}
