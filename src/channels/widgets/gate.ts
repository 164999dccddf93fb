// The gate of the widgets: who may talk to us from a page on the web, and what they are told first. One for the whole server.
import type { TenantId } from '#base/contract'
import type { Watcher } from '#base/journal'
import type { Refused, Work } from '#base/work'
import type { BrandId, EntryPointId, Language } from '#brands/contract'
import type { CallBack, CallBackWish } from './call-back.ts'
import type { Face, Reception, WidgetId, WidgetSettings } from '../contract.ts'

export type Caller = {
  key: string // of the widget, from the path
  origin: string | undefined // the Origin header; a socket must have one
  site?: string | undefined // Sec-Fetch-Site
  host?: string | undefined
  address: string // request.ip
}

// A widget of ours asked for by a page that may.
export type Admitted = {
  tenant: TenantId
  widget: WidgetId
  key: string
  entry_point: EntryPointId
  brand: { id: BrandId; name: string; colour: string; language: Language }
  zone: string
  settings: WidgetSettings
  address: string
  origin: string | null
}

// Whom the site's token proved. `identity` is what customers.recognise takes.
export type Proven = {
  sub: string
  name: string
  email: string | null // as said; an identity only when `email_verified`
  email_verified: boolean
  identity: { kind: 'email' | 'handle'; value: string }
}

// What the chat knows of those who wait at a door, asked at most every few seconds however many look on.
export type Line = {
  waiting: Temporal.Instant[] // since when each waits for a first answer, the longest first; bounded
  answered_seconds: number[] // how long the last ones waited for theirs, the latest first, at most 20, of the last two hours
  answering: Face[] // who is present and may answer
}
export type LineOf = (work: Work, entry_point: EntryPointId) => Promise<Line>

export type Gate = {
  /** Before a socket opens and before anything is read: unknown 404, withdrawn 410, paused 503, foreign page 403; each audited. A
   *  socket, and whatever writes, must say from which page it comes: `originNeeded`. */
  admit(caller: Caller, by?: { originNeeded: boolean }): Promise<Admitted>
  /** May the page read our answer at all (CORS)? Of an unknown widget every page may read that it is. */
  mayRead(caller: Caller): Promise<boolean>
  /** Before a new conversation is begun; refuses with retry_after_seconds, audited. What is let through is counted. */
  mayBegin(admitted: Admitted): Promise<void>
  /** Who the site says the visitor is; refuses with a code of its own (identity.*), audited. */
  prove(admitted: Admitted, token: string): Promise<Proven>
  /** A wish to be called back, read and set within opening hours (promise it with promiseCallBack); refuses, audited. */
  readCallBack(admitted: Admitted, wish: CallBackWish, language: 'fr' | 'en'): Promise<CallBack>
  /** May something be said now? Refuses when the door is closed and takes no messages then; audited. */
  mayLeave(admitted: Admitted): Promise<void>
  /** `since`: when this visitor began to wait; null before they have written. Asks nothing of the database but now and then. */
  reception(admitted: Admitted, since?: Temporal.Instant | null): Promise<Reception>
  /** A refusal of the chat's own (a frame that is nonsense, too fast …) on the trail. */
  refused(admitted: Admitted, code: string, details?: object): Promise<void>
  /** What was thrown at a visitor, unless it was the gate that refused and wrote it down. */
  noteRefusal(admitted: Admitted, refused: Refused): Promise<void>
  /** Tells whenever what a door says may have changed: settings, brand, hours. */
  onChange(listener: (entry_points: ReadonlySet<string>) => void): () => void
  watch: Watcher
}
