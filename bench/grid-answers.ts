// Stands in for the server while the grid is measured: what the page asks, answered at once.
import type { Page, Route } from 'playwright-core'
import type { Made } from './grid-plan.ts'
import { FIRST_DAY, idOf } from './grid-shifts.ts'

const me = {
  tenant: { id: idOf(9, 1), name: 'Centre Lumen' },
  person: { id: idOf(3, 1), email: 'amelie@lumen.example' },
  key: null,
  language: 'fr',
  permissions: ['workforce.read', 'workforce.approve', 'workforce.manage', 'case.read', 'staff.read', 'routing.read', 'task.read', 'customer.read'], // prettier-ignore
  grants: [{ role: 'flow_manager', brand: null, team: null }],
  has_password: true,
}

type Answer = (url: URL, body: unknown) => unknown

export async function answerFor(page: Page, made: Made, more: Readonly<Record<string, Answer>> = {}): Promise<void> {
  const one = `/api/v1/plans/${made.plan.id}`
  const window = (url: URL): [string, number] => [
    url.searchParams.get('from') ?? FIRST_DAY,
    Number(url.searchParams.get('days') ?? 7),
  ]
  const answers: Record<string, Answer> = {
    'GET /api/v1/session': () => me,
    'GET /api/v1/plans': () => ({ items: [{ ...made.plan, shifts: made.shifts.length }], next: null }),
    [`GET ${one}/board`]: (url) => made.board(...window(url)),
    [`GET ${one}/coverage`]: (url) => made.coverage(...window(url)),
    [`GET ${one}/troubles`]: () => ({ items: troublesOf(made), more: false }),
    [`POST ${one}/trials`]: (_, body) => movedBy(made, body),
    [`POST ${one}/moves`]: (_, body) => movedBy(made, body),
    'GET /api/v1/teams': () => ({ items: made.teams, next: null }),
    ...more,
  }
  await page.route('**/api/**', (route) => {
    const request = route.request()
    const url = new URL(request.url())
    const answer = answers[`${request.method()} ${url.pathname}`]
    return fulfil(
      route,
      answer ? answer(url, request.postDataJSON()) : { items: [], next: null, needed: false, routed: true, seats: [], count: 0 },
    )
  })
}

const fulfil = (route: Route, body: unknown): Promise<void> =>
  route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify(body) })

const troublesOf = (made: Made) =>
  made.shifts
    .filter((_, at) => at % 211 === 7)
    .map(({ id, day, person }) => ({
      code: 'daily_rest', hard: false, person, day, shift: id, fr: 'Repos de 10 h 30 avant cette vacation : 11 h au moins.', en: 'Rest of 10.5 h before this shift: at least 11 h.',
    })) // prettier-ignore

// Done as asked; the hours are those that were wished.
function movedBy(made: Made, body: unknown) {
  const { move } = body as {
    move: { shift?: string; starts_at?: string; ends_at?: string; person?: string | null; version?: number; do: string }
  } // what the page sends
  const shift = made.shifts.find(({ id }) => id === move.shift)
  const moved =
    shift && move.do === 'retime'
      ? {
          ...shift,
          ...(move.starts_at ? { starts_at: move.starts_at, ends_at: move.ends_at } : {}),
          person: move.person === undefined ? shift.person : move.person,
          version: shift.version + 1,
          activities: shift.activities,
        }
      : shift
  return {
    move: idOf(5, 1), shifts: moved ? [moved] : [], removed: [], plan_version: 2, undo: true, redo: false, effect: [],
    troubles: [{ code: 'daily_rest', hard: false, person: null, day: null, shift: null, fr: 'Repos de 10 h 30 avant cette vacation : 11 h au moins.', en: 'Rest of 10.5 h before this shift: at least 11 h.' }],
  } // prettier-ignore
}
