import { inspector as say } from '../messages/en'
import { Button } from '../parts/Button'
import { useSession } from '../session/hooks'

/** Opens the menu of what is selected, the same as on the canvas. */
export function MoreButton() {
  const session = useSession()
  return (
    <Button
      icon="ellipsis"
      aria-label={say.more}
      aria-haspopup="menu"
      onClick={event => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect()
        session.editor.setState({ menu: { x: left, y: bottom }, addAt: null })
      }}
    />
  )
}
