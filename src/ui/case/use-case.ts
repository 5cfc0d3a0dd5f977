import { useEffect, useState } from 'react'
import type { Design } from '../../model/design'
import { useSession } from '../session/hooks'
import { readCase } from './case-file'

/**
 * The case study that the open design is a copy of; undefined until it is read, null when this version of Groundplan has
 * no such case study any more, or the design is no copy.
 */
export function useCase(): Design | null | undefined {
  const { caseId } = useSession().opened
  const [study, setStudy] = useState<Design | null | undefined>()
  useEffect(() => {
    let isGone = false
    const reading = caseId === null ? Promise.resolve(null) : readCase(caseId)
    void reading.then(read => !isGone && setStudy(read))
    return () => {
      isGone = true
    }
  }, [caseId])
  return study
}
