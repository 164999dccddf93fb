#!/usr/bin/env node
// The way in: npm start, npm test, npm run check and npx guichet all come through here. It runs on whatever Node the machine
// has; this file alone must be readable by a very old one, so that it can say what is missing instead of failing to parse.
var version = process.versions.node.split('.').map(Number)

if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Guichet sets itself up with Node.js 20.19 or newer and this is ' +
      process.version +
      ': install a newer one from https://nodejs.org and run the command again.',
  )
  process.exit(1)
}

void import('./setup/main.mjs').then(function (setup) {
  return setup.main(process.argv.slice(2))
})
