import { auditRefusal, isOurPage, network, readToken } from '#access'
import type { Seal } from '#base/seal'
import { inWork, refuse, Refused, system, type Open } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import {
  closedNow,
  originForeign, originMissing, tooManyConversations, widgetClosed, widgetPaused, widgetUnknown,
} from '../contract.ts' // prettier-ignore
import { readCallBack } from './call-back.ts'
import type { Admitted, Caller, Gate, Line, LineOf } from './gate.ts'
import { knowWidgets, type Known, type KnownWidgets } from './known-widgets.ts'
import { proveIdentity } from './prove-identity.ts'
import { isOpen, opensAt, receptionOf } from './reception.ts'
import { isAllowed } from './rules/origins.ts'
import { makeTally } from './rules/tally.ts'

const LINE_SECONDS = 5
const MOST_CALLERS = 20_000
const PAUSED_SECONDS = 300
const WHOLE_WIDGET = 30 // times what one address may: a flood from many addresses is bounded too

type Settings = { url: string; seal: Seal; line?: LineOf }
type Means = Open & Settings

const nobodyWaits: LineOf = () => Promise.resolve({ waiting: [], answered_seconds: [], answering: [] })

export function openGate(open: Open, settings: Settings): Gate {
  const means: Means = { ...open, ...settings }
  const widgets = knowWidgets(open)
  const begun = makeTally(MOST_CALLERS)
  const lines = keepLines(means)
  const audited = async (admitted: Admitted, body: () => Promise<unknown>): Promise<void> =>
    void (await body().catch(told(open, admitted)))
  return {
    watch: (events) => widgets.hear(events),
    onChange: (listener) => widgets.onChange(listener),
    admit: async (caller, by = { originNeeded: false }) => {
      const known = await widgets.find(caller.key)
      if (!known) throw await toldUnknown(open, caller)
      const admitted = admittedTo(known, caller)
      const why = standing(means, known, { ...caller, ...by })
      if (why) throw await toldAt(open, admitted, why)
      return admitted
    },
    mayRead: async (caller) => {
      const known = await widgets.find(caller.key)
      return known === undefined || comesFromAllowed(means, known, caller)
    },
    mayBegin: (admitted) =>
      audited(admitted, async () => {
        const now = open.clock.now().epochMilliseconds
        const { new_per_minute: minute, new_per_hour: hour } = admitted.settings
        const wait = begun.take(`${admitted.widget} ${network(admitted.address)}`, now, spans(minute, hour))
          || begun.take(admitted.widget, now, spans(minute * WHOLE_WIDGET, hour * WHOLE_WIDGET)) // prettier-ignore
        if (wait > 0) throw refuse(tooManyConversations, { retry_after_seconds: Math.ceil(wait) })
      }),
    prove: async (admitted, token) =>
      await inWork(open, { tenant: admitted.tenant, actor: system('widgets') }, (work) =>
        proveIdentity(work, settings.seal, { at: admitted, token }),
      ).catch(told(open, admitted)),
    readCallBack: async (admitted, wish, language) => {
      const { hours, settings: offers } = await needKnown(widgets, admitted)
      const asking = { hours, zone: admitted.zone, now: open.clock.now(), offered: offers.may_call_back, language }
      return await Promise.try(() => readCallBack(wish, asking)).catch(told(open, admitted))
    },
    mayLeave: (admitted) =>
      audited(admitted, async () => {
        const { hours, settings: offers } = await needKnown(widgets, admitted)
        const now = open.clock.now()
        if (!offers.may_leave_message && !isOpen(hours, now)) throw refuse(closedNow, { opens_at: opensAt(hours, now) })
      }),
    reception: async (admitted, since = null) => {
      const known = await needKnown(widgets, admitted)
      return receptionOf({ known, since, now: open.clock.now(), line: await lines(admitted) })
    },
    refused: (admitted, code, details = {}) => auditRefusal(open, { ...whereOf(admitted), code, details }),
    noteRefusal: async (admitted, refused) => {
      if (!onTrail.has(refused) && refused.refusal.status < 500) await toldAt(open, admitted, refused)
    },
  }
}

async function needKnown(widgets: KnownWidgets, { key }: Admitted): Promise<Known> {
  const known = await widgets.find(key)
  if (!known) throw refuse(widgetUnknown, {})
  return known
}

const spans = (minute: number, hour: number) => [{ seconds: 60, most: minute }, { seconds: 3_600, most: hour }] // prettier-ignore

type Asking = Caller & { originNeeded: boolean }

function standing(means: Means, known: Known, caller: Asking): Refused | undefined {
  if (caller.origin === undefined && caller.originNeeded) return refuse(originMissing, {})
  if (!comesFromAllowed(means, known, caller)) return refuse(originForeign, { origin: (caller.origin ?? '').slice(0, 200) })
  if (known.row.closed_at || known.door.closed_at || known.brand.closed_at) return refuse(widgetClosed, {})
  return known.row.paused_at ? refuse(widgetPaused, { retry_after_seconds: PAUSED_SECONDS }) : undefined
}

// Our own pages may show every widget: for trying it, and for playing the customer. A program that is no browser sends no origin.
function comesFromAllowed({ url }: Means, { settings }: Known, { origin, site, host }: Caller): boolean {
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none'
  return isAllowed(origin, settings.origins) || isOurPage({ origin, site, host, csrf: undefined }, url)
}

const admittedTo = ({ tenant, row, settings, brand, door }: Known, { key, address, origin }: Caller): Admitted => ({
  tenant,
  widget: row.id,
  key,
  entry_point: row.entry_point_id,
  brand: { id: brand.id, name: brand.name, colour: brand.colour, language: brand.language },
  zone: door.zone,
  settings,
  address,
  origin: origin ?? null,
})

// ── the trail ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const whereOf = ({ tenant, widget, address }: Admitted) => ({ tenant, door: 'widget' as const, about: widget, address })

const told =
  (open: Open, admitted: Admitted) =>
  async (error: unknown): Promise<never> => {
    throw error instanceof Refused ? await toldAt(open, admitted, error) : error
  }

const onTrail = new WeakSet<Refused>()
async function toldAt(open: Open, admitted: Admitted, refused: Refused): Promise<Refused> {
  onTrail.add(refused)
  const origin = admitted.origin?.slice(0, 200) ?? null
  await auditRefusal(open, { ...whereOf(admitted), code: refused.refusal.code, details: { origin } })
  return refused
}

async function toldUnknown(open: Open, { key, address }: Caller): Promise<Refused> {
  const token = readToken(key, 'wd_')
  if (token) await auditRefusal(open, { tenant: token.tenant, door: 'widget', code: widgetUnknown.code, address })
  return refuse(widgetUnknown, {})
}

// ── who waits ────────────────────────────────────────────────────────────────────────────────────────────────────────────
// One question for all who look on at a door.
function keepLines({ line = nobodyWaits, ...open }: Means): (at: Admitted) => Promise<Line> {
  const kept = new Map<EntryPointId, { until: number; line: Promise<Line> }>()
  return ({ tenant, entry_point }) => {
    const now = open.clock.now().epochMilliseconds
    const before = kept.get(entry_point)
    if (before && before.until > now) return before.line
    const asked = inWork(open, { tenant, actor: system('widgets') }, (work) => line(work, entry_point))
    kept.set(entry_point, { until: now + LINE_SECONDS * 1_000, line: asked })
    asked.catch(() => kept.delete(entry_point))
    return asked
  }
}
