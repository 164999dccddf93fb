// Every wait, queue and size of the SMTP door has a bound; these serve, and each can be changed when the door is opened.
export type DoorLimits = {
  messageBytes: number // announced as SIZE (RFC 1870); a longer message is answered 552
  recipients: number // per message; RFC 5321 §4.5.3.1.8 asks for at least 100, a mailing to all customers has thousands
  connections: number // at once, over all addresses
  connectionsPerAddress: number
  commandLineBytes: number // RFC 5321 §4.5.3.1.4 asks for 512, AUTH and SMTPUTF8 need more
  idleMilliseconds: number // nothing at all received: RFC 5321 §4.5.3.2.7 says 5 minutes
  commandsMilliseconds: number // from greeting (or the last message) to DATA, however often a byte trickles in
  dataGraceMilliseconds: number // a message may be slow for this long …
  slowestBytesPerSecond: number // … then it must have kept this pace on average
  keepMilliseconds: number // keeping must be done by then: the sender waits 10 minutes (§4.5.3.2.6), we answer earlier
  memoryBytesPerMessage: number // beyond it a message goes to a file
  memoryBytes: number // of all messages being received together; beyond it even small ones go to a file
  spoolBytes: number // on disk, of all messages being received together; beyond it 452
  closeMilliseconds: number // how long closing waits for messages under way
}

const MiB = 1024 * 1024
const minutes = 60_000

export const doorLimits: DoorLimits = {
  messageBytes: 150 * MiB,
  recipients: 20_000,
  connections: 200,
  connectionsPerAddress: 50,
  commandLineBytes: 8_192,
  idleMilliseconds: 5 * minutes,
  commandsMilliseconds: 10 * minutes,
  dataGraceMilliseconds: 2 * minutes,
  slowestBytesPerSecond: 512,
  keepMilliseconds: 5 * minutes,
  memoryBytesPerMessage: MiB,
  memoryBytes: 64 * MiB,
  spoolBytes: 2_048 * MiB,
  closeMilliseconds: 5_000, // of the ten seconds that stopping may take in all
}
