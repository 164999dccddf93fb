import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { entryPointOpened, type EntryPointId, type NewEntryPoint } from './contract.ts'
import { checkDoor, refusedByIndex } from './check-door.ts'
import { needBrand } from './need.ts'
import { lockBrand } from './store/brand.ts'
import { insertEntryPoint } from './store/entry-point.ts'

export async function addEntryPoint(work: Work, given: NewEntryPoint): Promise<{ id: EntryPointId; version: number }> {
  needBrand(work, given.brand_id, 'brand.manage')
  if (!(await lockBrand(work, given.brand_id))) throw refuse(notFound, {}) // a brand being closed gets no new door
  const {
    brand_id,
    kind,
    name,
    address = null,
    accepts_any = false,
    calendar_id = null,
    duty_person_id,
    zone = 'Europe/Paris',
  } = given
  const id = newId<'entry_point'>(work.now)
  const door = await checkDoor(work, { id, brand_id, kind, name, address, accepts_any, calendar_id, duty_person_id, zone })
  await insertEntryPoint(work, door).catch(refusedByIndex)
  work.publish(entryPointOpened, { entry_point: id, brand: brand_id, kind })
  return { id, version: 1 }
}
