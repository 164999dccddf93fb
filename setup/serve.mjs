// Hands over to the program: the pinned Node runs src/server/main.ts with the arguments as given. Where the system can, it takes our
// very place (no second Node in memory, signals go straight to it); else it is our child and stops when we are gone.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './child.mjs'
import { bringDependencies } from './dependencies.mjs'
import { buildDesk } from './desk.mjs'
import { pinnedNode, withCache } from './node.mjs'
import { root } from './root.mjs'

export async function serve(command, rest) {
  const asksForHelp = rest.includes('--help') || rest.includes('-h')
  await bringDependencies()
  if (command === 'start' && !asksForHelp) await buildDesk()
  const follow = pathToFileURL(path.join(root, 'setup', 'follow.mjs')).href
  const args = ['--import', follow, path.join(root, 'src', 'server', 'main.ts'), command, ...rest]
  const env = { ...withCache(process.env), GUICHET_DATA: process.env.GUICHET_DATA || path.join(root, 'data') } // from any folder, the same data
  if (!process.execve || process.platform === 'win32')
    return await run(pinnedNode(), args, { env: { ...env, GUICHET_FOLLOWS: String(process.pid) } })
  return takeOurPlace(args, process.env.npm_command ? { ...env, GUICHET_FOLLOWS: String(process.ppid) } : env)
}

function takeOurPlace(args, env) {
  const node = pinnedNode()
  process.removeAllListeners('warning') // execve is called experimental in some versions; nobody here can act on it
  process.execve(node, [node, ...args], env)
}
