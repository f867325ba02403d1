import { LinkButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { RevealedKey } from "./revealed-key.tsx";

export function RevealedKeyDialog({ made }: { made: { name: string; secret: string } }) {
  return (
    <Dialog title={`Your new key: ${made.name}`} closeTo="../keys">
      <RevealedKey made={made}>
        <DialogActions close="Done">
          <LinkButton to="../connect?way=key" variant="primary">
            Connect an assistant
          </LinkButton>
        </DialogActions>
      </RevealedKey>
    </Dialog>
  );
}
