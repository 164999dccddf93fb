// On return: what was given and is still the receiver's is offered back, as one.
import { can } from '#access'
import { notAllowed } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { Item, Portfolio, PortfolioId } from '../contract.ts'
import { isMe } from '../need.ts'
import { passedOf, type ItemRow } from '../store/item.ts'
import { MOST_IN_ALL } from './choose.ts'
import { kindNamed, kinds } from './kinds/all.ts'
import { needPortfolio } from './need.ts'
import { offerItems } from './offer.ts'
import { showPortfolio } from './show.ts'

export async function giveBack(work: Work, { id, message }: { id: PortfolioId; message: string }): Promise<Portfolio> {
  const given = await needPortfolio(work, id)
  if (!isMe(work, given.to_id) && !can(work.actor, 'case.assign')) throw refuse(notAllowed, { permission: 'case.assign' })
  const passed = await passedOf(work, id, MOST_IN_ALL)
  const still = new Set<string>()
  for (const { kind } of kinds) {
    const ids = passed.filter((item) => item.kind === kind).map((item) => item.id)
    if (ids.length > 0) for (const held of await kindNamed(kind).holds(work, ids, given.to_id)) still.add(`${kind} ${held}`)
  }
  const items = passed.filter((item) => still.has(`${item.kind} ${item.id}`)).map(asItem)
  const offering = {
    from: given.to_id,
    to: given.from_id,
    occasion: 'back' as const,
    message,
    introduce: given.introduce,
    returns: id,
  }
  return await showPortfolio(work, await offerItems(work, offering, items))
}

const asItem = ({ kind, id, shown }: ItemRow): Item => ({ ...shown, kind, id, offered_to: null })
