/** What a mail turned out to be. Only courtesy differs by kind (acknowledging, clocks, reopening): every mail is kept and shown. */
export type MailKind = 'message' | 'bounce' | 'auto-reply' | 'report' | 'list'

/** A part of the mail that was longer than we are willing to read. The raw copy still holds all of it. */
export type Truncation =
  | 'headers'
  | 'addresses'
  | 'parts'
  | 'depth'
  | 'text'
  | 'html'
  | 'references'
  | 'attachments'
  | 'recipients'

export type MailAddress = { name: string; address: string }

export type MailAttachment = {
  /** As the sender called it, without folders or control characters; null when it has no name. */
  name: string | null
  /** Lower case media type, "application/octet-stream" when the sender named none. */
  type: string
  /** In bytes, decoded. */
  size: number
  /** Of the decoded bytes, in lower case hexadecimal. */
  sha256: string
  /** Meant to be shown inside the text (a picture of the HTML, a logo), not to be handed over as a file. */
  inline: boolean
  /** Without angle brackets: what a `cid:` address in the HTML points at. */
  content_id: string | null
  bytes: Uint8Array
}

export type BounceReason =
  | 'user_unknown'
  | 'mailbox_full'
  | 'host_unknown'
  | 'rejected'
  | 'blocked'
  | 'spam'
  | 'too_big'
  | 'policy'
  | 'auth'
  | 'rate'
  | 'network'
  | 'system'
  | 'expired'
  | 'suspended'
  | 'content'
  | 'other'

export type BouncedRecipient = {
  address: string
  /** Enhanced status code (RFC 3463), "5.1.1"; null when the notice gives none. */
  status: string | null
  /** false: only delayed, may still arrive; null: the notice does not say. */
  permanent: boolean | null
  reason: BounceReason
}

export type Bounce = {
  recipients: BouncedRecipient[]
  /** Message-ID of the mail that came back, without angle brackets, when the notice quotes it. */
  original_message_id: string | null
  /** Plus-tags found in the From, Reply-To and Return-Path of the mail that came back: one of them may be ours. */
  original_tags: string[]
}

/** Whether a machine wrote this, and whether answering it by machine is allowed (RFC 3834 section 2). */
export type Automatic = { is_automatic: boolean; may_acknowledge: boolean; signs: string[] }

export type Language = 'fr' | 'en' | 'other'

export type MailHeader = { name: string; value: string }

export type ReadMail = {
  kind: MailKind
  automatic: Automatic
  /** Without angle brackets: they are not part of the id (RFC 5322 section 3.6.4). */
  message_id: string | null
  in_reply_to: string | null
  /** References, then In-Reply-To; each once, in order: the oldest first. */
  references: string[]
  /** Plus-tags of the addresses this mail was sent to: `contact+TAG@…` gives TAG. */
  tags: string[]
  /** RFC 3339 in UTC, or null when the sender's date cannot be understood. */
  date: string | null
  from: MailAddress | null
  sender: MailAddress | null
  reply_to: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  subject: string
  /** Without "Re:", "TR:", "Fwd:"…, blanks and case: to compare, never to show. */
  subject_normalised: string
  /** All of it. */
  text: string
  /** What the sender newly wrote; quotes and signature folded. */
  visible_text: string
  /** Cleaned for display, or null when the mail has no HTML. */
  html: string | null
  /** Addresses of remote pictures taken out of `html`. */
  remote: string[]
  language: Language | null
  attachments: MailAttachment[]
  bounce: Bounce | null
  /** Top headers in order, decoded and unfolded; names in lower case. */
  headers: MailHeader[]
  truncated: Truncation[]
}

/** Why a mail could not be read. It then waits in the tray; nothing else waits with it. */
export type Unread = { ok: false; why: 'too_slow' | 'too_much_memory' | 'crashed' | 'unreadable' | 'too_busy'; detail: string }

export type Reading = { ok: true; mail: ReadMail } | Unread
