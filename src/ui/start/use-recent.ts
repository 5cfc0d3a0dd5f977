import { useCallback, useEffect, useState } from 'react'
import type { Result } from '../../model/problem'
import type { DocumentList } from '../../store/documents'
import type { DocumentRow } from '../../store/stored'
import { documents } from '../documents'

export interface RecentDocuments {
  /** Null until it was read. */
  readonly list: DocumentList | null
  /** Why the last change did not come about. */
  readonly problem: string | null
  /** What was deleted here and can be brought back, the last one first. */
  readonly removed: readonly DocumentRow[]
  rename(row: DocumentRow, title: string): Promise<void>
  duplicate(row: DocumentRow): Promise<void>
  remove(row: DocumentRow): Promise<void>
  /** Takes the last deletion back. */
  restore(): Promise<void>
  /** No longer offers to bring anything back. */
  forget(): void
}

/** The designs of this device, read again after each change and whenever the person comes back to the page. */
export function useRecent(): RecentDocuments {
  const [list, setList] = useState<DocumentList | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [removed, setRemoved] = useState<readonly DocumentRow[]>([])
  const refresh = useCallback(async () => setList(await documents.list()), [])
  useEffect(() => {
    void refresh()
    window.addEventListener('focus', refresh)
    return () => window.removeEventListener('focus', refresh)
  }, [refresh])
  /** Shows what a change came to; returns whether it came about. */
  const settle = useCallback(
    async (result: Result<unknown>) => {
      setProblem(result.ok ? null : (result.problems[0]?.message ?? null))
      await refresh()
      return result.ok
    },
    [refresh],
  )
  const restore = useCallback(async () => {
    const [last, ...others] = removed
    if (!last) return
    if (await settle(await documents.restore(last.id))) setRemoved(others)
  }, [removed, settle])
  return {
    list,
    problem,
    removed,
    rename: async (row, title) => void (await settle(await documents.rename(row.id, title))),
    duplicate: async row => void (await settle(await documents.duplicate(row.id))),
    async remove(row) {
      if (await settle(await documents.remove(row.id))) setRemoved([row, ...removed])
    },
    restore,
    forget: () => setRemoved([]),
  }
}
