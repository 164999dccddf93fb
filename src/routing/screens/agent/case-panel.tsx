export function RoutingPanel() {
  return null
}
