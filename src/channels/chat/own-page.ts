// The way to the visitor's own page of this request, made when they ask for it. Only its hash is kept, so that whoever comes back is given
// another; while they are here it is the same one, however often they ask. For this request alone: a visitor may be anybody.
import * as portal from '#portal'
import { keepPace } from './saying.ts'
import { findVisit } from './store/visit.ts'
import { within, type House, type Talking } from './talking.ts'
import { tellLine } from './visitors.ts'

export async function tellOwnPage(house: House, { line, visitor }: Talking): Promise<void> {
  const { chat } = visitor
  if (!chat) return // nothing was said yet
  const about = { scope: 'case', case: chat.case, brand: chat.brand, made_for: 'chat' } as const
  if (visitor.own_page?.case !== chat.case) {
    keepPace(visitor)
    const { path } = await within(house, line, async (work) => {
      const customer = (await findVisit(work, chat.conversation))?.customer_id ?? null // of who they were then, whomever the case is about since
      return await portal.linkFor(work, { ...about, customer })
    })
    visitor.own_page = { case: chat.case, path }
  }
  tellLine(line, { page: { path: visitor.own_page.path } })
}
