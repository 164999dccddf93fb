// How one wants to be told by mail: one's own affair.
import { refuse, type Work } from '#base/work'
import { noticesOfPeople } from '#staff/contract'
import type { PersonId } from '#base/contract'
import type { WishForMail } from '../../contract.ts'
import { needNoticeMail, recordWish, wishesOf } from '../store/notice-mail.ts'
import { AFTER_MINUTES, MOST_A_DAY } from './notices.ts'

export async function showWish(work: Work): Promise<{ wish: WishForMail; after_minutes: number; most_a_day: number }> {
  const [found] = await wishesOf(work, [me(work)])
  return { wish: found?.wish ?? 'away', after_minutes: AFTER_MINUTES, most_a_day: MOST_A_DAY }
}

export async function changeWish(work: Work, { wish }: { wish: WishForMail }): Promise<{ wish: WishForMail }> {
  await needNoticeMail(work, me(work))
  await recordWish(work, me(work), wish)
  return { wish }
}

function me(work: Work): PersonId {
  if (work.actor.kind !== 'person') throw refuse(noticesOfPeople, {})
  return work.actor.id
}
