// What a wish makes of the shifts it names. All it needs is given.
import { notFound, refuse } from '#base/refusal'
import type { PersonId } from '#base/contract'
import { activityOutside, shiftUnreal, type MoveWish, type PatternId, type ShiftId } from '../contract.ts'
import { areApart, withActivity, withActivityAt } from '../rules/activities.ts'
import {
  canonical,
  drawnOf,
  lengthMin,
  localDay,
  type Change,
  type Drawn,
  type DrawnShift,
  type KeptActivity,
} from '../rules/drawn.ts'
import { retimed } from '../rules/retime.ts'

export type Around = {
  shifts: ReadonlyMap<ShiftId, DrawnShift> // those the wish names
  zone: string
  first_day: string
  last_day: string
  fresh: ShiftId // the id of a shift that is added
  pauses: { activities: readonly KeptActivity[]; pattern: PatternId | null } // of one that is added
}
type Hours = { starts_at: string; ends_at: string }
const LONGEST_MIN = 16 * 60

export function changesOf(wish: MoveWish, around: Around): Change[] {
  switch (wish.do) {
    case 'add':
      return [{ shift: around.fresh, before: null, after: added(wish, around) }]
    case 'retime': {
      const shift = named(wish.shift, around)
      return [changed(shift, { ...inHours(shift, wish, around), ...(wish.person === undefined ? {} : { person: wish.person }) })]
    }
    case 'assign':
      return [changed(named(wish.shift, around), { person: wish.person })]
    case 'swap': {
      const [one, other] = [named(wish.shift, around), named(wish.other, around)]
      return [changed(one, { person: other.person }), changed(other, { person: one.person })]
    }
    case 'remove':
      return [{ shift: wish.shift, before: drawnOf(named(wish.shift, around)), after: null }]
    case 'lock':
      return [changed(named(wish.shift, around), { locked: wish.locked })]
    case 'note':
      return [changed(named(wish.shift, around), { note: wish.note })]
    case 'add_activity': {
      const shift = named(wish.shift, around)
      return [changed(shift, { activities: fits(withActivity(shift, wish)) })]
    }
    case 'retime_activity': {
      const shift = named(wish.shift, around)
      return [changed(shift, { activities: fits(withActivityAt(shift, wish.activity, wish)) })]
    }
    case 'remove_activity': {
      const shift = named(wish.shift, around)
      const activities = shift.activities.filter(({ id }) => id !== wish.activity)
      if (activities.length === shift.activities.length) throw refuse(notFound, {})
      return [changed(shift, { activities })]
    }
  }
}

function named(id: ShiftId, { shifts }: Around): DrawnShift {
  const found = shifts.get(id)
  if (!found) throw refuse(notFound, {})
  return found
}

const changed = (shift: DrawnShift, with_: Partial<Drawn>): Change => ({
  shift: shift.id,
  before: drawnOf(shift),
  after: { ...drawnOf(shift), ...with_ },
})

// undefined: there is no such activity; null: it does not fit.
function fits(activities: KeptActivity[] | null | undefined): KeptActivity[] {
  if (activities === undefined) throw refuse(notFound, {})
  if (activities === null) throw refuse(activityOutside, {})
  return activities
}

function inHours(shift: DrawnShift, wish: Hours, around: Around): Pick<Drawn, 'day' | 'starts_at' | 'ends_at' | 'activities'> {
  const hours = realHours(wish, around)
  return { ...hours, activities: fits(retimed(shift, hours)) }
}

/** Whole minutes, 15 minutes to 16 hours, beginning within the plan. */
export function realHours(
  { starts_at, ends_at }: Hours,
  { zone, first_day, last_day }: Pick<Around, 'zone' | 'first_day' | 'last_day'>,
): Hours & { day: string } {
  const hours = { starts_at: canonical(starts_at), ends_at: canonical(ends_at) }
  const day = localDay(hours.starts_at, zone)
  const long = lengthMin(hours)
  const whole = [hours.starts_at, hours.ends_at].every(
    (instant) => Temporal.Instant.from(instant).epochMilliseconds % 60_000 === 0,
  )
  if (!whole || long < 15 || long > LONGEST_MIN || day < first_day || day > last_day) throw refuse(shiftUnreal, {})
  return { ...hours, day }
}

type Adding = Extract<MoveWish, { do: 'add' }>
function added(wish: Adding, around: Around): Drawn {
  const hours = realHours(wish, around)
  const { activities, pattern } = around.pauses
  const drawn: Drawn = {
    person: wish.person as PersonId | null,
    ...hours,
    activities,
    pattern,
    site: wish.site,
    note: wish.note,
    locked: false,
  } // its shape is an id’s
  if (!wish.activities) return drawn
  const laid = wish.activities.reduce<Drawn>((shift, each) => ({ ...shift, activities: fits(withActivity(shift, each)) }), {
    ...drawn,
    activities: [],
  })
  if (!areApart(laid.activities)) throw refuse(activityOutside, {})
  return laid
}
