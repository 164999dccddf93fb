// Length is what counts (NIST SP 800-63B §3.1.1): no rules on kinds of characters, no expiry; only what is guessed first is refused.
const SHORTEST = 12
const FEWEST_DIFFERENT = 5
const GUESSED = /^(?:.{0,4}(?:password|motdepasse|guichet|azerty|qwerty|bonjour|123456|abcdef|iloveyou|jetaime).{0,6})$/i

export function isWeak(password: string, email: string): boolean {
  const plain = password.normalize('NFKC')
  const name = email.split('@')[0]!.toLowerCase()
  const rest = name.length >= 3 ? plain.toLowerCase().replaceAll(name, '') : plain
  return rest.length < SHORTEST || new Set(rest).size < FEWEST_DIFFERENT || GUESSED.test(plain) || isRun(rest)
}

// "abcdefghijkl", "987654321098": each character one step from the last.
function isRun(text: string): boolean {
  const steps = new Set(Array.from({ length: text.length - 1 }, (_, i) => text.charCodeAt(i + 1) - text.charCodeAt(i)))
  return steps.size === 1
}
