// Passwords are kept as argon2id (RFC 9106) with OWASP's parameters: 19 MiB, 2 passes, 1 lane. It runs on libuv's threads, never on the
// event loop; two at a time, because those threads also serve files and DNS, and a bounded queue, because each costs 19 MiB.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { busy, refuse } from '#base/refusal'

const MEMORY_KIB = 19_456
const PASSES = 2
const LANES = 1
const AT_ONCE = 2
const MOST_WAITING = 60
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const run = promisify(argon2)
let running = 0
const waiting: (() => void)[] = []

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive(password, { nonce, memory: MEMORY_KIB, passes: PASSES, parallelism: LANES, tagLength: 32 })
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${plain(nonce)}$${plain(tag)}`
}

// Null stands for an account without a password, or no account: it takes the same time and is never right.
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, memory, passes, lanes, nonce = '', tag = ''] = FORM.exec(kept ?? NOBODYS) ?? []
  const wanted = Buffer.from(tag, 'base64')
  const found = await derive(password, {
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(lanes),
    tagLength: wanted.length,
  })
  return timingSafeEqual(found, wanted) && kept !== null
}

// Made with less than today's cost: hashed anew when its owner next signs in.
export function isDated(kept: string): boolean {
  const [, memory, passes, lanes] = FORM.exec(kept) ?? []
  return Number(memory) < MEMORY_KIB || Number(passes) < PASSES || Number(lanes) < LANES
}

const plain = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
const NOBODYS = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${plain(randomBytes(16))}$${plain(randomBytes(32))}`

type Cost = { nonce: Buffer; memory: number; passes: number; parallelism: number; tagLength: number }

async function derive(password: string, cost: Cost): Promise<Buffer> {
  if (running < AT_ONCE) running++
  else if (waiting.length < MOST_WAITING) await new Promise<void>((go) => waiting.push(go)) // the place is handed over, not freed
  else throw refuse(busy, {})
  try {
    return await run('argon2id', { message: password.normalize('NFKC'), ...cost })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
