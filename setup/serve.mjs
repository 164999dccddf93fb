// Hands over to the program: the pinned Node runs src/server/main.ts with the arguments as given. Where the system can, it takes our
// very place (no second Node in memory, signals go straight to it); else it is our child and stops when we are gone.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './child.mjs'
import { bringDependencies } from './dependencies.mjs'
import { buildDesk } from './desk.mjs'
import { pinnedNode } from './node.mjs'
import { root } from './root.mjs'

export async function serve(command, rest) {
  const asksForHelp = rest.includes('--help') || rest.includes('-h')
  await bringDependencies()
  if (command === 'start' && !asksForHelp) await buildDesk()
  const follow = pathToFileURL(path.join(root, 'setup', 'follow.mjs')).href
  const args = ['--import', follow, path.join(root, 'src', 'server', 'main.ts'), command, ...rest]
  const underNpm = process.env.npm_command !== undefined
  if (process.execve && process.platform !== 'win32')
    return takeOurPlace(args, { ...process.env, ...(underNpm && { GUICHET_FOLLOWS: String(process.ppid) }) })
  return await run(pinnedNode(), args, { env: { ...process.env, GUICHET_FOLLOWS: String(process.pid) } })
}

function takeOurPlace(args, env) {
  const node = pinnedNode()
  process.removeAllListeners('warning') // execve is called experimental in some versions; nobody here can act on it
  process.execve(node, [node, ...args], env)
}
