// What a site's own server writes to say who its visitor is. Shown as text; docs/operate/chat.md has the same with the reasons.
export type Tongue = 'node' | 'php'
type Of = { key: string; kid: string }

const node = ({ key, kid }: Of): string => `import { createHmac } from 'node:crypto'

const part = (value) => Buffer.from(value).toString('base64url')

export function visitorToken(user) {
  const now = Math.floor(Date.now() / 1000)
  const head = { alg: 'HS256', typ: 'JWT', kid: '${kid}' }
  const claims = {
    aud: '${key}',
    sub: String(user.id), iat: now, exp: now + 300,
    name: user.name, email: user.email, email_verified: user.emailIsVerified,
  }
  const text = [head, claims].map((each) => part(JSON.stringify(each))).join('.')
  const hmac = createHmac('sha256', process.env.GUICHET_SECRET)
  return text + '.' + hmac.update(text).digest('base64url')
}`

const php = ({ key, kid }: Of): string => `<?php
function part(string $bytes): string {
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function visitor_token(array $user): string {
    $now = time();
    $head = ['alg' => 'HS256', 'typ' => 'JWT', 'kid' => '${kid}'];
    $claims = [
        'aud' => '${key}',
        'sub' => (string) $user['id'], 'iat' => $now, 'exp' => $now + 300,
        'name' => $user['name'], 'email' => $user['email'], 'email_verified' => $user['email_is_verified'],
    ];
    $text = part(json_encode($head)) . '.' . part(json_encode($claims));
    return $text . '.' . part(hash_hmac('sha256', $text, getenv('GUICHET_SECRET'), true));
}`

export const exampleIn = (tongue: Tongue, of: Of): string => (tongue === 'node' ? node(of) : php(of))

export const inPage = `window.Guichet ??= Object.assign((...said) => Guichet.q.push(said), { q: [] })
Guichet('identify', () => fetch('/my-chat-token').then((answer) => answer.text()))`
