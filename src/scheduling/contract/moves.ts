// A plan changed by hand: each change is checked, its effect answered at once, and can be taken back. Part of the contract.
import { z } from 'zod'
import { endpoint, id, instant, pageInput, pageOf, plannedInstant } from '#base/contract'
import { activityKinds } from './activity.ts'
import { day, named, pattern, person, plan, shift, troubleSaidShape, version, words } from './names.ts'
import { planShape } from './plans.ts'
import { plannedShiftShape } from './shifts.ts'

const that = { shift: shift(), version: version() } // of the shift, as it was last seen
const span = { starts_at: plannedInstant(), ends_at: plannedInstant() }
const activity = { kind: z.enum(activityKinds), name: words(200).default(''), ...span }

export const moveWishShape = z.discriminatedUnion('do', [
  // Without activities lunch and breaks are laid in as the pattern says, or the first that fits.
  z.object({ do: z.literal('add'), person: person().nullable(), ...span, activities: z.array(z.object(activity)).max(20).optional(), pattern: pattern().optional(), site: z.string().max(120).nullable().default(null), note: words().default('') }),
  // Dragged or resized; to another person too where one is given. Breaks keep their place in the shift, meetings their hour.
  z.object({ do: z.literal('retime'), ...that, ...span, person: person().nullable().optional() }),
  z.object({ do: z.literal('assign'), ...that, person: person().nullable() }), // null: nobody's for now
  z.object({ do: z.literal('swap'), ...that, other: shift(), other_version: version() }), // two shifts change people
  z.object({ do: z.literal('remove'), ...that }),
  z.object({ do: z.literal('lock'), ...that, locked: z.boolean() }),
  z.object({ do: z.literal('note'), ...that, note: words() }),
  z.object({ do: z.literal('add_activity'), ...that, ...activity }),
  z.object({ do: z.literal('retime_activity'), ...that, activity: z.string().max(40), ...span }),
  z.object({ do: z.literal('remove_activity'), ...that, activity: z.string().max(40) }),
]) // prettier-ignore
export type MoveWish = z.infer<typeof moveWishShape>
export const moveKinds = ['add', 'retime', 'assign', 'swap', 'remove', 'lock', 'note', 'add_activity', 'retime_activity', 'remove_activity', 'copy', 'optimise', 'gather', 'publish_swap', 'sick', 'call_in', 'mend'] as const // prettier-ignore
export type MoveKind = (typeof moveKinds)[number]

// People present before and after, in the intervals touched, beside the need where one is known.
export const effectShape = z.object({
  group: z.string(),
  label: z.string(),
  from: instant(),
  interval_min: z.number().int(),
  need: z.array(z.number()), // empty: nothing is known of it
  before: z.array(z.number()),
  after: z.array(z.number()),
  missing_before_min: z.number(), // person-minutes below the need
  missing_after_min: z.number(),
})
export type Effect = z.infer<typeof effectShape>

export const movedShape = z.object({
  move: id<'move'>().nullable(), // null: only tried
  shifts: z.array(plannedShiftShape), // as they are now
  removed: z.array(shift()),
  troubles: z.array(troubleSaidShape), // soft ones; of a trial, hard ones too
  effect: z.array(effectShape),
  plan_version: version(),
  plan_state: planShape.shape.state,
  undo: z.boolean(), // I have something to take back in this plan
  redo: z.boolean(),
})
export type Moved = z.infer<typeof movedShape>

export const moveShape = z.object({
  id: id<'move'>(),
  at: instant(),
  by: named.nullable(), // null: a program
  kind: z.enum(moveKinds),
  days: z.array(day()),
  people: z.array(named),
  shifts: z.number().int(),
  undone_at: instant().nullable(),
  may: z.array(z.enum(['undo', 'redo'])), // while nobody changed those shifts since
})
export type Move = z.infer<typeof moveShape>

const one = z.object({ id: plan() })
const path = '/api/v1/plans/:id/moves'
export const postMove = endpoint({
  method: 'POST', path, permission: 'workforce.manage',
  summary: 'Change the plan by hand: what law or skills forbid is refused in words, what only hurts is done and said; the effect on coverage is answered',
  input: one.extend({ move: moveWishShape }), output: movedShape,
}) // prettier-ignore
export const tryMove = endpoint({
  method: 'POST', path: '/api/v1/plans/:id/trials', permission: 'workforce.read', summary: 'What a move would do, without doing it',
  input: one.extend({ move: moveWishShape }), output: movedShape,
}) // prettier-ignore
export const listMoves = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'What was changed in the plan, the latest first', input: one.extend(pageInput), output: pageOf(moveShape),
}) // prettier-ignore
export const putUndo = endpoint({
  method: 'PUT', path: '/api/v1/plans/:id/undo', permission: 'workforce.manage', summary: 'Take back my last move in this plan', input: one, output: movedShape,
}) // prettier-ignore
export const putRedo = endpoint({
  method: 'PUT', path: '/api/v1/plans/:id/redo', permission: 'workforce.manage', summary: 'Do again what I took back last', input: one, output: movedShape,
}) // prettier-ignore
export const putMoveUndone = endpoint({
  method: 'PUT', path: `${path}/:move`, permission: 'workforce.manage',
  summary: 'Take back one move of the plan, whoever made it, or do it again: while nobody changed those shifts since, and as the law allows now',
  input: one.extend({ move: id<'move'>(), undone: z.boolean() }), output: movedShape,
}) // prettier-ignore
export const moveEndpoints = [postMove, tryMove, listMoves, putUndo, putRedo, putMoveUndone]
