// A widget for a brand: on a chat door that stands already, or on one that is opened for it like the brand's other doors.
import * as brands from '#brands'
import * as staff from '#staff'
import { allow, audit, can, makeToken } from '#access'
import type { PersonId } from '#base/contract'
import { isConflict } from '#base/database'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, system, type Work } from '#base/work'
import type { BrandId, EntryPoint, EntryPointId } from '#brands/contract'
import { usualSettings, widgetChanged, widgetTaken, type NewWidget, type Widget, type WidgetSettings } from '../contract.ts'
import { show, type Site } from './show.ts'
import { findWidget, insertWidget } from './store/widget.ts'

export const addWidget =
  (site: Site) =>
  async (work: Work, { brand_id, entry_point, name, duty_person_id, calendar_id, ...given }: NewWidget): Promise<Widget> => {
    await needBrand(work, brand_id)
    const door = entry_point
      ? await chatDoor(work, entry_point, brand_id)
      : await openDoor(work, { brand_id, name, duty_person_id, calendar_id })
    const id = newId<'widget'>(work.now)
    const key = makeToken(work.tenant, 'wd_').text
    const settings = withGiven(usualSettings, given)
    await insertWidget(work, { id, key, brand: brand_id, entry_point: door, settings }).catch((error: unknown) => {
      throw isConflict(error, 'widget_entry_point') ? refuse(widgetTaken, {}) : error
    })
    await audit(work, 'widget.added', { about: id, details: { entry_point: door, origins: settings.origins } })
    work.publish(widgetChanged, { widget: id, key, entry_point: door })
    return (await show(work, site, [(await findWidget(work, id))!]))[0]!
  }

type Given = { [Field in keyof WidgetSettings]?: WidgetSettings[Field] | undefined }
export const withGiven = (before: WidgetSettings, given: Given): WidgetSettings => ({
  ...before,
  ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<WidgetSettings>), // its own fields, less those not given
})

async function needBrand(work: Work, brand: BrandId): Promise<void> {
  const found = await brands.brand(work, brand)
  if (!found || found.closed_at || !can(work.actor, 'channel.read', { brand })) throw refuse(notFound, {})
  allow(work, 'channel.manage', { brand })
}

async function chatDoor(work: Work, id: EntryPointId, brand: BrandId): Promise<EntryPointId> {
  const door = await brands.entryPoint(work, id)
  if (!door || door.closed_at || door.kind !== 'chat' || door.brand_id !== brand) throw refuse(widgetTaken, {})
  return door.id
}

type NewDoor = Pick<NewWidget, 'brand_id' | 'name' | 'duty_person_id' | 'calendar_id'>

// Who may manage channels may open this one; it needs no right over the brand itself.
async function openDoor(work: Work, { brand_id, name, duty_person_id, calendar_id }: NewDoor): Promise<EntryPointId> {
  const house = { ...work, actor: system('widgets') }
  const { items } = await brands.listEntryPoints(house, { brand: brand_id, limit: 50 })
  const like: Pick<EntryPoint, 'duty_person_id' | 'calendar_id' | 'zone'> | undefined = items.find(({ kind }) => kind === 'email') ?? items[0] ?? (await brands.mainEntryPoint(work)) // prettier-ignore
  const duty = duty_person_id ?? like?.duty_person_id ?? (await oneself(work))
  if (!duty) throw refuse(notFound, {})
  const opened = await brands.addEntryPoint(house, {
    brand_id, kind: 'chat', name: name ?? 'Chat', duty_person_id: duty, calendar_id: calendar_id === undefined ? (like?.calendar_id ?? null) : calendar_id,
    ...(like ? { zone: like.zone } : {}),
  }) // prettier-ignore
  return opened.id
}

const oneself = async ({ actor, ...work }: Work): Promise<PersonId | undefined> =>
  actor.kind === 'person' && (await staff.active({ actor, ...work }, actor.id)) ? actor.id : undefined
