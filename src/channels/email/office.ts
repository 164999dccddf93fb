// The email door, opened: mail in by SMTP, LMTP and the mailboxes we watch; mail out by the relay. Everything that runs is here.
import { errandRoute, route, type Route } from '#base/http'
import type { Worker } from '#base/jobs'
import { log } from '#base/log'
import type { Seal } from '#base/seal'
import type { Open } from '#base/work'
import * as contract from '../contract.ts'
import { startFiler, type Filer } from './filer.ts'
import { openIntake } from './intake.ts'
import { noticeMailer } from './letters/notices.ts'
import { letterRoutes } from './letters/routes.ts'
import { linkSender } from './link-mail.ts'
import type { Judge } from './judge.ts'
import { openCourt } from './authentication/court.ts'
import { addDkimKey, retireDkimKey, showDkimKeys } from './dkim-keys.ts'
import { addMailbox, listMailboxes, removeMailbox, tryMailbox } from './mailboxes.ts'
import { walkProbe } from './probe-walk.ts'
import { openParlour } from './reading/understand.ts'
import { roomIn } from './room-left.ts'
import { sendSampleMail } from './sample-mail.ts'
import { letterSender, sender } from './send.ts'
import { openRelay } from './sending/deliver.ts'
import { parseRelayAddress } from './sending/relay-address.ts'
import { showOffice } from './show-office.ts'
import { showOutgoing } from './show-outgoing.ts'
import { showReceipts } from './show-receipts.ts'
import { openSmtpDoor, type SmtpDoor } from './smtp/open-door.ts'
import { listTray, openSlipAsCase, retrySlip, setSlipAside } from './tray.ts'
import { startWatchers, type Watchers } from './watchers.ts'

export type OfficeSettings = {
  smtpPort: number
  lmtpPort: number
  host: string
  name: string
  relay: string
  spoolFolder: string
  url?: string
  judge?: Judge
}
export type Office = {
  ports: { smtp: number; lmtp: number }
  routes: Route[]
  workers: Worker[]
  filer: Filer
  watchers: Watchers
  stop(): Promise<void>
}

export async function openOffice(open: Open, seal: Seal, settings: OfficeSettings): Promise<Office> {
  const relay = settings.relay === '' ? null : openRelay(settings.relay) // first: a bad address is told before anything is open
  const parlour = openParlour()
  const court = openCourt()
  const filer = startFiler({ open, parlour, judge: settings.judge ?? court.judge })
  const doors = await openDoors(open, filer, settings).catch(async (error: unknown) => {
    await filer.stop()
    parlour.close()
    await Promise.all([court.close(), relay?.close()])
    throw error
  })
  const ports = { smtp: doors.smtp?.port ?? 0, lmtp: doors.lmtp?.port ?? 0 }
  const watchers = startWatchers({ open, filer, seals: seal, hasRoom: roomIn(settings.spoolFolder) })
  await watchers.look()
  return {
    ports,
    filer,
    watchers,
    workers: [
      sender(relay, { open: (sealed) => seal.open(sealed), url: settings.url ?? '' }),
      letterSender(relay, { open: (sealed) => seal.open(sealed), url: settings.url ?? '' }),
      noticeMailer,
      linkSender(relay, settings.url ?? ''),
    ],
    routes: routes(seal, { relay: settings.relay, smtpPort: ports.smtp }),
    stop: async () => {
      await Promise.all([doors.smtp?.close(), doors.lmtp?.close(), watchers.stop()])
      await filer.stop()
      parlour.close()
      await court.close()
      await relay?.close()
    },
  }
}

type Doors = { smtp: SmtpDoor | null; lmtp: SmtpDoor | null }

async function openDoors(
  open: Open,
  filer: Filer,
  { smtpPort, lmtpPort, host, name, spoolFolder }: OfficeSettings,
): Promise<Doors> {
  const intake = openIntake(open, filer, roomIn(spoolFolder))
  const manners = {
    host, name, spoolFolder, log, keep: intake.keep, recipientAllowed: intake.isOurs,
  } // prettier-ignore
  const smtp = smtpPort < 0 ? null : await openSmtpDoor({ ...manners, port: smtpPort })
  const lmtp = lmtpPort <= 0 ? null : openSmtpDoor({ ...manners, port: lmtpPort, lmtp: true })
  return {
    smtp,
    lmtp: await lmtp?.catch(async (error: unknown) => {
      await smtp?.close()
      throw error
    }) ?? null,
  } // prettier-ignore
}

function routes(seal: Seal, { relay, smtpPort }: { relay: string; smtpPort: number }): Route[] {
  const shown = relay === '' ? null : parseRelayAddress(relay).shown
  return [
    route(contract.getOffice, showOffice({ relay: shown, smtpPort })),
    errandRoute(contract.postSample, sendSampleMail({ smtpPort })),
    route(contract.getReceipts, showReceipts),
    route(contract.getTray, listTray),
    route(contract.postTrayRetry, retrySlip),
    route(contract.postTrayCase, openSlipAsCase),
    route(contract.deleteTraySlip, setSlipAside),
    route(contract.getOutgoing, showOutgoing(shown)),
    errandRoute(contract.postProbe, walkProbe({ relay: relay === '' ? null : relay, smtpPort })),
    route(contract.listMailboxes, listMailboxes),
    route(contract.postMailbox, addMailbox(seal)),
    errandRoute(contract.postMailboxProbe, tryMailbox),
    route(contract.deleteMailbox, removeMailbox),
    route(contract.listDkim, showDkimKeys),
    route(contract.postDkim, addDkimKey(seal)),
    route(contract.deleteDkim, retireDkimKey),
    ...letterRoutes,
  ]
}
