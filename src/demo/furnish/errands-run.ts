// What was asked behind the counter in the past: a task before the answer it was needed for, answered and accepted in time for it; and those
// that still wait today, one of them late.
import { postAnswer, postTask, putAccepted, putSeen, putTaken, type TaskId } from '#tasks/contract'
import type { PersonId } from '#base/contract'
import { inWork } from '#base/work'
import { getCase, type CaseId } from '#cases/contract'
import { errands, type Errand } from '../texts/errands.ts'
import { typeset } from '../texts/typography.ts'
import { act, as } from './act.ts'
import type { BackOffice } from './back-office.ts'
import type { Moment, Story } from './history.ts'
import { openCases } from './oddities.ts'
import type { Step, Thread } from './plan.ts'

// Minutes before the visitor arrives, and how long they were given: the first is late.
const waiting = [
  { ago: 320, minutes: 90 },
  { ago: 210, minutes: 300 },
  { ago: 150, minutes: 480 },
  { ago: 65, minutes: 240 },
  { ago: 30, minutes: 480 },
]

type Run = { story: Story; office: BackOffice; thread: number; errand: Errand; task?: TaskId }

export function errandsOfThePast(story: Story, office: BackOffice): Moment[] {
  return story.threads.flatMap((thread, at) => {
    const fitting = errands[thread.told.story.reason] ?? []
    const errand = fitting[at % fitting.length]
    if (!errand || at % 5 === 4) return [] // not everything is asked of others
    return momentsOf({ story, office, thread: at, errand }, thread)
  })
}

function momentsOf(run: Run, { steps }: Thread): Moment[] {
  const [first, answer] = [steps.find(({ kind }) => kind === 'customer'), steps.find(({ kind }) => kind === 'us')]
  if (!first) return []
  return answer ? answeredBefore(run, first, answer) : []
}

// Asked a third of the way, answered and accepted just before the customer is.
function answeredBefore(run: Run, first: Step, answer: Step): Moment[] {
  const minutes = first.at.until(answer.at).total('minutes')
  if (minutes < 60) return []
  const at = (share: number): Temporal.Instant => first.at.add({ minutes: Math.round(minutes * share) })
  return [
    { at: at(0.3), happen: () => ask(run) },
    { at: at(0.85), happen: () => comeBack(run) },
    { at: at(0.97), happen: () => accept(run) },
  ]
}

const ownerOf = ({ story, thread }: Run): PersonId | undefined => story.open.get(thread)?.owner

/** What still waits behind the counter today, in cases that are open. */
export async function errandsOfToday(story: Story, office: BackOffice): Promise<void> {
  const standing = (await openCases(story)).filter(({ reason }) => errands[reason])
  for (const [at, { ago, minutes }] of waiting.entries()) {
    const of = standing[at]
    if (!of) return
    const fitting = errands[of.reason] ?? []
    const errand = { ...fitting[at % fitting.length]!, minutes }
    story.scene.clock.set(String(story.scene.now.subtract({ minutes: ago })))
    await ask({ story, office, thread: of.thread, errand })
  }
  story.scene.clock.set(String(story.scene.now))
}

async function ask(run: Run): Promise<void> {
  const { story, office, thread, errand } = run
  const open = story.open.get(thread)
  if (!open) return
  const asked = errand.of === 'carrier' ? { party: office.carrier } : { team: story.place.teams.get(errand.of)! }
  await as(story, await ownerNow(story, open.case), async (work) => {
    const made = await act(work, postTask, {
      case: open.case, asked, title: typeset(errand.title, 'fr'), text: typeset(errand.text, 'fr'), deadline: { minutes: errand.minutes }, knowingly: true,
      checklist: errand.checklist.map((each) => typeset(each, 'fr')),
    }) // prettier-ignore
    run.task = made.id
  })
}

const ownerNow = async ({ scene }: Story, id: CaseId): Promise<PersonId> =>
  (await inWork(scene.open, scene.as, (work) => act(work, getCase, { id }))).owner.id

// Who serves behind the counter answers at their desk; what the carrier says on the telephone, the owner writes down.
async function comeBack(run: Run): Promise<void> {
  const { story, errand, task } = run
  const owner = ownerOf(run)
  if (!task || !owner) return
  const text = typeset(errand.answer, 'fr')
  if (errand.of === 'carrier')
    return await as(story, owner, async (work) => void (await act(work, postAnswer, { id: task, text, told: true })))
  const them = story.place.people.get(errand.of === 'workshop' ? 'bernard' : 'aurelie')!
  await as(story, them.id, async (work) => {
    await act(work, putSeen, { id: task })
    await act(work, putTaken, { id: task })
    await act(work, postAnswer, { id: task, text })
  })
}

async function accept(run: Run): Promise<void> {
  const owner = ownerOf(run)
  const { task } = run
  if (task && owner) await as(run.story, owner, async (work) => void (await act(work, putAccepted, { id: task })))
}
