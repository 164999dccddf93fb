import {
  keepPreviousData,
  QueryCache,
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import type { Endpoint } from '#base/contract'
import { newKey, Refused, send, type Given, type How } from './api.ts'
import { tell } from './failure-sentence.ts'
import { signedOut } from './signed-out.ts'

// A refusal is an answer, and the same question gets it again; only silence is worth asking twice.
const again = (count: number, error: Error) => !(error instanceof Refused) && count < 2

// A wrong password is a 401 too, but not the end of a session.
const isSignedOut = (error: Error) => error instanceof Refused && error.code === 'sign_in.needed'

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && signedOut.announce() }),
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 300_000, retry: again, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

export const Queries = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
)

type AnyEndpoint = Pick<Endpoint<unknown, unknown>, 'method' | 'path'>

/** A key is the endpoint, then its input: `keyOf(getCase)` matches that endpoint for every input. */
export const keyOf = (endpoint: AnyEndpoint, input?: object): readonly unknown[] => {
  const name = `${endpoint.method} ${endpoint.path}`
  return input === undefined ? [name] : [name, input]
}

/** What was read from these endpoints is read again, whatever their input; what is not on screen waits until it is. */
export async function refetch(...endpoints: readonly AnyEndpoint[]): Promise<void> {
  await Promise.all(endpoints.map((endpoint) => queries.invalidateQueries({ queryKey: keyOf(endpoint) })))
}

type Asking = { enabled?: boolean; staleSeconds?: number; keepPrevious?: boolean }

/** Reads an endpoint, and keeps it fresh. */
export function useAsk<Input, Output>(
  endpoint: Endpoint<Input, Output>,
  input: Given<Input>,
  asking: Asking = {},
): UseQueryResult<Output> {
  return useQuery({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => send(endpoint, input, { signal }),
    enabled: asking.enabled ?? true,
    ...(asking.staleSeconds === undefined ? {} : { staleTime: asking.staleSeconds * 1000 }),
    ...(asking.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

type PageOf<Item> = { items: Item[]; next: string | null }

/** Reads a cursor-paged list as one growing list: `items`, `more()` when `hasMore`. */
export function useAskPages<Input, Item>(
  endpoint: Endpoint<Input, PageOf<Item>>,
  input: Omit<Given<Input>, 'cursor'>,
  asking: Asking = {},
) {
  const query = useInfiniteQuery({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal, pageParam }) =>
      send(endpoint, { ...input, cursor: pageParam ?? undefined } as unknown as Given<Input>, { signal }), // the cursor was left out above
    initialPageParam: null as string | null, // the first page has no cursor
    getNextPageParam: (page) => page.next,
    enabled: asking.enabled ?? true,
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return { ...query, items, hasMore: query.hasNextPage, more: () => void query.fetchNextPage() }
}

type Sending<Output> = { refetch?: readonly AnyEndpoint[]; onDone?: (answer: Output) => void; onError?: (error: Error) => void }

/**
 * Writes. The idempotency key is drawn once per wish and kept while nobody answers, so that pressing again cannot do it twice.
 * An error nobody takes (`onError`) is told in a toast. `send.mutate({ id, … })`.
 */
export function useSend<Input, Output>(
  endpoint: Endpoint<Input, Output>,
  { refetch: stale = [], onDone, onError = tell }: Sending<Output> = {},
): UseMutationResult<Output, Error, Given<Input> & { ifMatch?: number }> {
  const wish = useRef<{ said: string; key: string } | null>(null)
  return useMutation({
    mutationFn: ({ ifMatch, ...input }) => {
      const said = JSON.stringify(input)
      if (wish.current?.said !== said) wish.current = { said, key: newKey() }
      const how: How = { key: wish.current.key, ...(ifMatch === undefined ? {} : { ifMatch }) }
      return send(endpoint, input as unknown as Given<Input>, how) // taking ifMatch away leaves exactly the input
    },
    onSuccess: async (answer) => {
      wish.current = null
      await refetch(...stale)
      onDone?.(answer)
    },
    onError: (error) => {
      if (error instanceof Refused) wish.current = null
      if (isSignedOut(error)) signedOut.announce()
      else onError(error)
    },
  })
}
