import { useLocation } from '@tanstack/react-router'
import { useRemembered } from '#ui/remembered'

// Where customers are served the card tells what one needs to answer; elsewhere it hides what one came to read, and is a line until it is unfolded.
const SERVING = /^\/(?:desk)?\/?(?:$|(?:cases|chats|tasks|promises|customers|search|views|mentions|hand-overs|today)(?:\/|$))/

/** Whether the offer that stands first is folded: as this device was told on pages of that sort, by press or by key. */
export function useFolded(): [boolean, () => void] {
  const serving = SERVING.test(useLocation().pathname)
  const [folded, remember] = useRemembered<boolean>(serving ? 'offer.folded' : 'offer.folded.elsewhere', !serving)
  return [folded, () => remember(!folded)]
}
