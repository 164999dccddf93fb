// What the chat widget and the server say to each other over the socket `/api/widget/:key/socket`, as JSON texts, one frame each.
// Types only: the widget is small and carries no schema; the server parses every frame with a schema of its own.
//
// The first frame is `hello`. Each message of the visitor carries an id made by the widget (a UUID); saying it again, from another tab or after a
// reload, changes nothing and is answered `took` again. The server gives each message of a conversation its place (`seq`, 1, 2, 3 …, no gaps):
// that is the one order, and a widget that says which place it has seen last hears all that follows.
//
// The visitor's secret is drawn by the widget in memory, and kept on the device only once its visitor writes: so the first message too can be said again
// after a lost answer without opening a second conversation, and a file can be sent before the first message (the header `x-guichet-visit`). The server
// keeps its hash once there is a conversation; a secret it does not know is somebody new, never an error; one of another form is refused.
// Everything said by the visitor is told to all the sockets of the same secret as `message` (two tabs, two devices never).

export type Frame = { [Name in keyof FromVisitor]: { [Key in Name]: FromVisitor[Name] } }[keyof FromVisitor]
export type Answer = { [Name in keyof ToVisitor]: { [Key in Name]: ToVisitor[Name] } }[keyof ToVisitor]

export type FromVisitor = {
  hello: {
    visit: string // the visitor's secret, drawn by the widget: vs_<tenant, as in the widget's key>_<26 random characters of a–z, 2–7>, see below
    identity: string | null // a JWT signed by the site's own server
    seen: number // the last place this widget has
    language: 'fr' | 'en'
    page: string // the address the visitor looks at, without query and fragment
  }
  who: { name: string; email: string } // an unsigned "I am X": shown as said, never believed; either may be empty
  say: { id: string; text: string; files: string[] } // files: ids given by POST /api/widget/:key/files
  typing: { on: boolean }
  read: { seq: number } // the visitor has seen everything up to here
  call_back: { id: string; name: string; phone: string; about: string; at: string | null } // at: the moment wished, ISO 8601; null: as soon as possible
  leave: Record<string, never> // the visitor ends the conversation
  follow: Record<string, never> // asks for the way to their own page of this request
}

export type ToVisitor = {
  welcome: {
    visit: boolean // the secret is known: there is a conversation
    verified: { name: string; email: string | null } | null // whom the site's token proved
    distrusted: Said | null // the token was refused, and why; the visitor is anonymous
    reception: Reception
    served_by: Face | null
    thread: Message[] // after `seen`, in order, at most 200; `more` says that older ones were left out
    more: boolean
    read_by_us: number // agents have seen everything up to here
    read_by_you: number // the visitor has, in whichever tab: what came after is unread
    said: { name: string; email: string } | null // what the visitor told with `who`
    over: boolean // it was closed; saying something opens it again
  }
  took: { id: string; seq: number; at: string }
  message: Message
  typing: { on: boolean; name: string }
  read: { seq: number }
  served: { by: Face | null } // somebody took the chat, or handed it to a colleague
  reception: Reception
  called_back: { id: string; promised: string | null; number: string } // a call was promised; number: of the request
  page: { path: string } // the customer's own page for this request, where Guichet is; told to the tab that asked
  over: { seq: number } // the conversation was closed; saying something opens it again
  still: Record<string, never> // nothing new; told every 25 s, so that a widget which hears nothing for a minute knows that its line is dead
  refused: Said & { id: string | null; retry_after_seconds?: number } // what was asked did not happen; id: of the message it is about; when to try again
}

export type Said = { code: string; fr: string; en: string }
export type Face = { name: string; initials: string; colour: string; photo: string | null } // photo: a path of ours or an https address
export type Message = {
  seq: number
  id: string | null // the widget's own id for what the visitor said
  from: 'visitor' | 'agent' | 'house' // house: an introduction, a greeting, a receipt
  by: Face | null
  at: string
  text: string
  files: { id: string; name: string; type: string; size: number }[]
  by_mail: boolean // it came or went by mail meanwhile
}
export type Reception = {
  brand: { name: string; colour: string; language: 'fr' | 'en' }
  greeting: { fr: string; en: string }
  open: boolean
  opens_at: string | null // when closed: the next opening, ISO 8601 with offset
  hours: { day: number; spans: string[] }[] // 1 Monday … 7 Sunday, spans as "09:00–12:30"; for showing
  wait_seconds: number | null // until somebody answers, as far as one can tell; null: unknown
  ahead: number // how many wait before this visitor
  may_call_back: boolean
  may_leave: boolean // when closed: a message may be left all the same
  answering: Face[] // who is there to answer, three at most; empty: not told
  privacy: string | null // the address of what the brand says about personal data
  limits: { text: number; file_bytes: number; files: number }
}
