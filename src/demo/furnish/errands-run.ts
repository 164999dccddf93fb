// What was asked behind the counter in the past: a task before the answer it was needed for, answered and accepted in time for it; and those
// that still wait today, one of them late.
import { postAnswer, postTask, putAccepted, putSeen, putTaken, type TaskId } from '#tasks/contract'
import type { PersonId } from '#base/contract'
import { errands, type Errand } from '../texts/errands.ts'
import { typeset } from '../texts/typography.ts'
import { act, as } from './act.ts'
import type { BackOffice } from './back-office.ts'
import type { Moment, Story } from './history.ts'
import type { Step, Thread } from './plan.ts'

type Run = { story: Story; office: BackOffice; thread: number; errand: Errand; task?: TaskId }

export function errandsOfThePast(story: Story, office: BackOffice): Moment[] {
  return story.threads.flatMap((thread, at) => {
    const fitting = errands[thread.told.story.reason] ?? []
    const errand = fitting[at % fitting.length]
    if (!errand || at % 5 === 4) return [] // not everything is asked of others
    return momentsOf({ story, office, thread: at, errand }, thread)
  })
}

function momentsOf(run: Run, { steps, told }: Thread): Moment[] {
  const [first, answer] = [steps.find(({ kind }) => kind === 'customer'), steps.find(({ kind }) => kind === 'us')]
  if (!first) return []
  if (answer) return answeredBefore(run, first, answer)
  return told.story.ends === 'waiting_us' ? stillOpen(run, first) : []
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

function stillOpen(run: Run, first: Step): Moment[] {
  const asked = first.at.add({ minutes: 25 })
  const { now } = run.story.scene
  if (Temporal.Instant.compare(asked, now.subtract({ minutes: 10 })) >= 0) return []
  return [{ at: asked, happen: () => ask(run) }]
}

const ownerOf = ({ story, thread }: Run): PersonId | undefined => story.open.get(thread)?.owner

async function ask(run: Run): Promise<void> {
  const { story, office, thread, errand } = run
  const open = story.open.get(thread)
  if (!open) return
  const asked = errand.of === 'carrier' ? { party: office.carrier } : { team: story.place.teams.get(errand.of)! }
  await as(story, open.owner, async (work) => {
    const made = await act(work, postTask, {
      case: open.case, asked, title: typeset(errand.title, 'fr'), text: typeset(errand.text, 'fr'), deadline: { minutes: errand.minutes }, knowingly: true,
      checklist: errand.checklist.map((each) => typeset(each, 'fr')),
    }) // prettier-ignore
    run.task = made.id
  })
}

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
