// What went wrong with a mailbox, in words for the person who must mend it. The server's own words are kept short and without secrets.

export type Mishap = { code: MishapCode; fr: string; en: string; said?: string }
export type MishapCode = keyof typeof sentences

const sentences = {
  'host-unknown': {
    fr: 'Ce nom de serveur n’existe pas ou ne répond pas à la recherche. Vérifiez l’adresse du serveur.',
    en: 'This server name does not exist or cannot be looked up. Check the server address.',
  },
  unreachable: {
    fr: 'Le serveur ne répond pas à cette adresse et à ce port. Vérifiez-les ; nous réessayons sans cesse.',
    en: 'The server does not answer at this address and port. Check them; we keep trying.',
  },
  certificate: {
    fr: 'Le certificat du serveur n’est pas digne de confiance pour ce nom. Vérifiez le nom du serveur, ou ajoutez l’autorité de votre société.',
    en: 'The server’s certificate cannot be trusted for this name. Check the server name, or add your company’s authority.',
  },
  encryption: {
    fr: 'La connexion chiffrée n’a pas pu s’établir. Vérifiez le port et le choix TLS ou STARTTLS.',
    en: 'The encrypted connection could not be set up. Check the port and the choice between TLS and STARTTLS.',
  },
  'no-greeting': {
    fr: 'Le serveur accepte la connexion mais ne salue pas. Le port est peut-être celui d’un service chiffré : essayez TLS.',
    en: 'The server accepts the connection but does not greet. The port may expect encryption: try TLS.',
  },
  'login-refused': {
    fr: 'Le serveur refuse l’identifiant ou le mot de passe. Saisissez-les à nouveau ; certains fournisseurs exigent un mot de passe d’application.',
    en: 'The server refuses the user name or password. Enter them again; some providers want an application password.',
  },
  'token-refused': {
    fr: 'Le serveur refuse l’autorisation, même renouvelée. Autorisez à nouveau l’accès à la boîte.',
    en: 'The server refuses the authorisation, even a new one. Authorise access to the mailbox again.',
  },
  'consent-withdrawn': {
    fr: 'L’autorisation a été retirée ou a expiré. Autorisez à nouveau l’accès à la boîte.',
    en: 'The authorisation was withdrawn or has expired. Authorise access to the mailbox again.',
  },
  'token-unavailable': {
    fr: 'Le fournisseur ne délivre pas d’autorisation en ce moment. Nous réessayons sans cesse.',
    en: 'The provider gives no authorisation at the moment. We keep trying.',
  },
  'folder-missing': {
    fr: 'Ce dossier n’existe pas dans la boîte. Choisissez un dossier de la liste.',
    en: 'This folder does not exist in the mailbox. Choose a folder from the list.',
  },
  'folder-unsuitable': {
    fr: 'Ce serveur ne numérote pas les messages de façon durable : rien ne garantirait que tout soit relevé. Renvoyez plutôt ce courrier vers notre adresse.',
    en: 'This server does not number messages durably: nothing would guarantee that all are fetched. Forward this mail to our address instead.',
  },
  unavailable: {
    fr: 'Le serveur se dit indisponible. Rien n’est perdu : nous réessayons sans cesse.',
    en: 'The server says it is unavailable. Nothing is lost: we keep trying.',
  },
  throttled: {
    fr: 'Le serveur demande de ralentir. Nous attendons le temps qu’il indique, puis reprenons où nous en étions.',
    en: 'The server asks us to slow down. We wait as long as it says, then go on from where we were.',
  },
  silent: {
    fr: 'Le serveur ne répond plus. Nous avons raccroché et rappelons.',
    en: 'The server stopped answering. We hung up and are calling again.',
  },
  disconnected: {
    fr: 'La connexion a été coupée. Nous rappelons et reprenons où nous en étions.',
    en: 'The connection was cut. We are calling again and go on from where we were.',
  },
  'not-kept': {
    fr: 'Nous n’avons pas pu enregistrer un message relevé. Il reste sur le serveur et sera repris ; vérifiez la base de données et le disque.',
    en: 'We could not store a fetched message. It stays on the server and will be fetched again; check the database and the disk.',
  },
  renumbered: {
    fr: 'Le serveur a renuméroté la boîte. Nous la relisons depuis le début ; ce que nous avons déjà ne sera pas compté deux fois.',
    en: 'The server numbered the mailbox anew. We read it again from the beginning; what we already hold is not counted twice.',
  },
  'after-refused': {
    fr: 'Les messages sont bien chez nous, mais le serveur refuse de les marquer, déplacer ou supprimer comme demandé. Vérifiez le dossier et les droits.',
    en: 'The messages are safe with us, but the server refuses to mark, move or delete them as asked. Check the folder and the rights.',
  },
  unreadable: {
    fr: 'Le serveur répond d’une façon que nous ne comprenons pas. Nous réessayons sans cesse.',
    en: 'The server answers in a way we do not understand. We keep trying.',
  },
} // prettier-ignore

export const mishap = (code: MishapCode, said?: string): Mishap => ({ code, ...sentences[code], ...(said ? { said } : {}) })

/** Thrown on the way to a mailbox or inside it; carries what a person should read. */
export class Trouble extends Error {
  readonly mishap: Mishap
  readonly retryAfter: number // ms the server asked for, 0 when it did not
  constructor(what: Mishap, retryAfter = 0) {
    super(`${what.code}: ${what.said ?? what.en}`)
    this.mishap = what
    this.retryAfter = retryAfter
  }
}

// Somebody has to do something; trying again every second would only lock the account.
const NEEDS_A_PERSON: ReadonlySet<MishapCode> = new Set([
  'certificate', 'login-refused', 'token-refused', 'consent-withdrawn', 'folder-missing', 'folder-unsuitable',
]) // prettier-ignore
export const needsAPerson = (what: Mishap) => NEEDS_A_PERSON.has(what.code)

// What imapflow and Node put on an error, as far as we look at it.
type Raised = {
  code?: string
  message?: string
  reason?: string
  responseStatus?: string
  responseText?: string
  response?: unknown
  serverResponseCode?: string
  authenticationFailed?: boolean
  mailboxMissing?: boolean
  tlsFailed?: boolean
}

// RFC 5530 and RFC 3501 response codes that mean "not now" rather than "never"; imapflow marks every failed LOGIN as a refused one.
const NOT_NOW = /^(UNAVAILABLE|INUSE|LIMIT|SERVERBUG|OVERQUOTA|THROTTLED)$/i
const CERTIFICATE = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|HOSTNAME_MISMATCH)/

/** What an error of the library or of Node means to us. */
export function mishapOf(error: unknown, secrets: readonly string[]): Mishap {
  if (error instanceof Trouble) return error.mishap
  const raised: Raised = typeof error === 'object' && error !== null ? error : { message: String(error) }
  const said = plain(saidBy(raised), secrets)
  const refused = raised.responseStatus === 'NO' || raised.responseStatus === 'BAD'
  if (raised.code === 'ETHROTTLE' || /too many|throttl|try again later/i.test(said)) return mishap('throttled', said)
  if (refused && notNow(raised, said)) return mishap('unavailable', said)
  if (refused && raised.authenticationFailed) return mishap('login-refused', said)
  if (refused && raised.mailboxMissing) return mishap('folder-missing', said)
  return mishap(byCode(raised), said)
}

const notNow = (raised: Raised, said: string) =>
  NOT_NOW.test(raised.serverResponseCode ?? '') || NOT_NOW.test(/^\[?(\w+)\]?/.exec(said)?.[1] ?? '')

function byCode({ code = '', tlsFailed, reason, message = '' }: Raised): MishapCode {
  if (/^(ENOTFOUND|EAI_)/.test(code)) return 'host-unknown'
  if (CERTIFICATE.test(code)) return 'certificate'
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|CONNECT_TIMEOUT)$/.test(code)) return 'unreachable'
  if (code === 'GREETING_TIMEOUT') return 'no-greeting'
  if (tlsFailed || /^(EPROTO|ERR_SSL|ERR_TLS|STARTTLS|UPGRADE)/.test(code)) return 'encryption'
  if (reason) return 'unavailable' // the server said BYE and why
  if (/^(ETIMEOUT|ETIMEDOUT)$/.test(code)) return 'silent'
  if (/TooLarge$|^ParserError|^UnexpectedTag|^InvalidResponse|^ResponseProcessing/.test(code)) return 'unreadable'
  return message === 'Login is disabled' ? 'encryption' : 'disconnected'
}

const saidBy = (raised: Raised) =>
  raised.reason ?? raised.responseText ?? (typeof raised.response === 'string' ? raised.response : (raised.message ?? ''))

/** A server's words on one short line, with anything we must not repeat taken out. */
export function plain(text: string, secrets: readonly string[]): string {
  const hidden = secrets.filter((secret) => secret.length > 2).reduce((left, secret) => left.replaceAll(secret, '…'), text)
  return hidden.replace(/\p{Cc}+/gu, ' ').trim().slice(0, 300) // prettier-ignore
}
