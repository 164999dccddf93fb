// What can be done about it now: a ranked menu of moves with their effect by tonight; applied, measured, undone. Part of the contract.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal } from '#base/contract'
import { groupKey, guessShape, MOST_OPTIONS, MOST_STEPS, named, person, span } from './names.ts'

export const dayMoveKinds = [
  'shift_rests',
  'open_overflow',
  'raise_chats',
  'offer_call_backs',
  'call_mail_in',
  'move_training',
  'ask_overtime',
  'call_in',
] as const
export type DayMoveKind = (typeof dayMoveKinds)[number]

// One thing that is done, by the verb of the room it belongs to. What is needed to take it back is kept when it has been done.
export const stepShape = z.discriminatedUnion('does', [
  z.object({ does: z.literal('retime'), person: named, shift: z.uuid(), activity: z.string().max(40), kind: z.string(), was: z.object(span), to: z.object(span) }), // a break, lunch or training
  z.object({ does: z.literal('cancel'), person: named, shift: z.uuid(), activity: z.string().max(40), kind: z.string(), was: z.object(span) }),
  z.object({ does: z.literal('place'), person: named, queue: z.string(), label: z.string(), preference: z.number().int().min(0).max(5), until: instant() }), // on or off a queue for a while
  z.object({ does: z.literal('chats'), person: named, most: z.number().int(), was: z.number().int().nullable() }), // null: what the rules say
  z.object({ does: z.literal('call_back'), queue: z.string(), label: z.string(), after_s: z.number() }),
  z.object({ does: z.literal('ask'), person: named, what: z.enum(['overtime', 'call_in']), shift: z.uuid().nullable(), ...span }),
]) // prettier-ignore
export type Step = z.infer<typeof stepShape>

// How the level of a queue tonight changes. Others may pay for it: their queues are in the list too.
export const queueEffectShape = z.object({
  queue: z.string(),
  label: z.string(),
  before: z.number().nullable(),
  after: guessShape.nullable(),
  difference: guessShape.nullable(),
})

// What it costs those who do it; nothing is hidden in the figure of the level.
export const costShape = z.object({
  people: z.number().int(), // whom it touches
  rests_moved: z.number().int(),
  extra_min: z.number().int(), // paid minutes more
  deferred_later_min: z.number().int(), // minutes of mail and letters left for later
  training_min: z.number().int(), // minutes of training put off
  occupancy: z.number().nullable(), // of the group tonight, with the move
})
export const optionShape = z.object({
  id: z.string().max(60), // within its menu
  kind: z.enum(dayMoveKinds),
  steps: z.array(stepShape).min(1).max(MOST_STEPS),
  by: z.enum(['simulation', 'formula']),
  level_now: z.number(), // of the group tonight, if nothing is done
  level_after: guessShape,
  difference: guessShape, // paired: the same contacts with and without the move
  queues: z.array(queueEffectShape).max(50),
  cost: costShape,
  lawful: z.boolean(), // checked by the rules of working time; what is not, is not offered. Asking is always lawful: who is asked may say no
  worth_it: z.boolean(), // its effect is more than chance
})
export type Option = z.infer<typeof optionShape>

export const menuStates = ['asked', 'thinking', 'done', 'failed'] as const
export const menuShape = z.object({
  id: id<'day_menu'>(),
  group: groupKey(),
  state: z.enum(menuStates),
  progress: z.number(), // 0 … 1
  asked_at: instant(),
  done_at: instant().nullable(),
  until: instant(), // “tonight”: when the last of its queues closes, or the day ends
  level_so_far: z.number().nullable(),
  level_tonight: guessShape.nullable(), // if nothing is done
  options: z.array(optionShape).max(MOST_OPTIONS), // best first
  failed: z.object({ code: z.string(), fr: z.string(), en: z.string() }).nullable(),
})
export type Menu = z.infer<typeof menuShape>

export const doneAs = ['done', 'refused', 'undone', 'not_undone', 'asked', 'accepted', 'declined', 'lapsed'] as const
export const doneStepShape = z.object({
  step: stepShape,
  as: z.enum(doneAs),
  why: z.object({ code: z.string(), fr: z.string(), en: z.string() }).nullable(),
})
export type DoneStep = z.infer<typeof doneStepShape>

export const dayMoveShape = z.object({
  id: id<'day_move'>(),
  group: groupKey(),
  label: z.string(),
  kind: z.enum(dayMoveKinds),
  applied_at: instant(),
  applied_by: named.nullable(),
  steps: z.array(doneStepShape),
  predicted: z.object({ level_now: z.number(), level_after: guessShape, difference: guessShape, until: instant() }),
  // What was reached from then until now, or until it was undone or the day was over, beside what was expected of that stretch with it.
  measured: z
    .object({
      at: instant(),
      over: z.boolean(),
      level: z.number().nullable(),
      level_before: z.number().nullable(),
      of: z.number().int(),
    })
    .nullable(),
  undone_at: instant().nullable(),
  undone_by: named.nullable(),
  undoable: z.boolean(), // something of it can still be taken back
})
export type DayMove = z.infer<typeof dayMoveShape>

export const askShape = z.object({
  id: id<'day_ask'>(),
  what: z.enum(['overtime', 'call_in']),
  ...span,
  asked_at: instant(),
  until: instant(), // an answer after that is too late
  answer: z.enum(['yes', 'no']).nullable(),
})
export type Ask = z.infer<typeof askShape>

const path = '/api/v1/intraday'
export const postMenu = endpoint({
  method: 'POST', path: `${path}/menus`, permission: 'workforce.read', summary: 'What could be done about a group of queues until tonight, each with its simulated effect: thought about in a thread',
  input: z.object({ group: groupKey() }), output: menuShape,
}) // prettier-ignore
export const getMenu = endpoint({
  method: 'GET', path: `${path}/menu`, permission: 'workforce.read', summary: 'The latest menu of moves of a group of queues today', input: z.object({ group: groupKey() }), output: z.object({ menu: menuShape.nullable() }),
}) // prettier-ignore
export const postDayMove = endpoint({
  method: 'POST', path: `${path}/moves`, permission: 'workforce.manage', summary: 'Apply a move of a menu: what it does is done at once, what it asks is asked',
  input: z.object({ menu: id<'day_menu'>(), option: z.string().max(60) }), output: dayMoveShape,
}) // prettier-ignore
export const putMoveUndone = endpoint({
  method: 'PUT', path: `${path}/moves/:id/undone`, permission: 'workforce.manage', summary: 'Take a move back: what can still be taken back is, and what cannot is said', input: z.object({ id: id<'day_move'>() }), output: dayMoveShape,
}) // prettier-ignore
export const listDayMoves = endpoint({
  method: 'GET', path: `${path}/moves`, permission: 'workforce.read', summary: 'Moves that were applied, the latest first, with what was predicted and what happened',
  input: z.object({ ...pageInput, group: groupKey().optional() }), output: pageOf(dayMoveShape),
}) // prettier-ignore
export const listMyAsks = endpoint({
  method: 'GET', path: `${path}/asks`, permission: 'signed-in', summary: 'What I am asked for today: to stay longer, or to come in', input: nothing, output: z.object({ items: z.array(askShape).max(20) }),
}) // prettier-ignore
export const putAnswer = endpoint({
  method: 'PUT', path: `${path}/asks/:id/answer`, permission: 'signed-in', summary: 'I say yes or no; a yes is checked against the law of working time and put into my shift',
  input: z.object({ id: id<'day_ask'>(), yes: z.boolean() }), output: askShape,
}) // prettier-ignore

export const menuChanged = event(
  'intraday.menu_changed',
  z.object({ menu: z.uuid(), group: groupKey(), state: z.enum(menuStates), progress: z.number() }),
)
export const dayMoveChanged = event(
  'intraday.move_changed',
  z.object({ move: z.uuid(), group: groupKey(), how: z.enum(['applied', 'undone', 'measured', 'answered']) }),
)
export const asked = event('intraday.asked', z.object({ person: person(), ask: z.uuid() }))
export const askAnswered = event('intraday.ask_answered', z.object({ person: person(), ask: z.uuid(), yes: z.boolean() }))

export const menuStale = refusal('intraday.menu_stale', 409, {
  fr: 'Ce menu date de plus de trente minutes\u202f: la situation a changé. Recalculez-le.',
  en: 'This menu is more than thirty minutes old: things have changed. Have it worked out again.',
})
export const menuNotDone = refusal('intraday.menu_not_done', 409, {
  fr: 'Ce menu n’est pas encore calculé. Attendez qu’il le soit.',
  en: 'This menu is not worked out yet. Wait until it is.',
})
export const optionUnknown = refusal('intraday.option_unknown', 404, {
  fr: 'Cette action n’est pas dans le menu. Recalculez-le et choisissez-en une autre.',
  en: 'This move is not on the menu. Have it worked out again and choose another.',
})
export const moveDone = refusal('intraday.move_done', 409, {
  fr: 'Cette action a déjà été appliquée.',
  en: 'This move has already been applied.',
})
export const moveUndoneAlready = refusal('intraday.move_undone', 409, {
  fr: 'Cette action a déjà été annulée, ou n’a plus rien qui puisse l’être.',
  en: 'This move was already undone, or nothing of it can be undone any more.',
})
export const nothingApplied = refusal<{ why: unknown }>('intraday.nothing_applied', 409, {
  fr: 'Rien n’a pu être appliqué\u202f: la situation a changé. Recalculez le menu.',
  en: 'Nothing could be applied: things have changed. Have the menu worked out again.',
})
export const changedMeanwhile = refusal('intraday.changed_meanwhile', 409, {
  fr: 'Quelqu’un l’a changé depuis\u202f: on n’y touche plus. Regardez ce qui est en place.',
  en: 'Somebody changed it since: it is left alone. Look at what is in place.',
})
export const begunAlready = refusal('intraday.begun_already', 409, {
  fr: 'C’est déjà commencé\u202f: on ne peut plus revenir dessus.',
  en: 'It has already begun: it cannot be taken back any more.',
})
export const planCannot = refusal('intraday.plan_cannot', 409, {
  fr: 'Le planning publié ne contient plus cette vacation ou cette activité. Recalculez le menu.',
  en: 'The published plan no longer has this shift or activity. Have the menu worked out again.',
})
export const askOver = refusal('intraday.ask_over', 409, {
  fr: 'Il est trop tard pour répondre à cette demande, ou vous y avez déjà répondu.',
  en: 'It is too late to answer this, or you already have.',
})
