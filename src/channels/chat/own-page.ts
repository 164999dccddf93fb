// The way to the visitor's own page of this request, made when they ask for it. Only its hash is kept, so that whoever comes back is given
// another; while they are here it is the same one, however often they ask. For this request alone: a visitor may be anybody.
import * as portal from '#portal'
import { within, type House, type Talking } from './talking.ts'
import { tellLine } from './visitors.ts'

export async function tellOwnPage(house: House, { line, visitor }: Talking): Promise<void> {
  const { chat } = visitor
  if (!chat) return // nothing was said yet
  const about = { scope: 'case', customer: null, case: chat.case, brand: chat.brand, made_for: 'chat' } as const
  if (visitor.own_page?.case !== chat.case) {
    const { path } = await within(house, line, (work) => portal.linkFor(work, about))
    visitor.own_page = { case: chat.case, path }
  }
  tellLine(line, { page: { path: visitor.own_page.path } })
}
