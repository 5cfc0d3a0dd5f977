/** Whether nothing is to move: the system or the person asked for it. */
export function isMotionReduced(): boolean {
  return document.documentElement.dataset.motion === 'reduce' || matchMedia('(prefers-reduced-motion: reduce)').matches
}
