import { useNavigation } from "@remix-run/react";

/** What a form with this intent has just sent, until it is answered: for what may be shown as done before it is. */
export function usePendingForm(intent: string): FormData | null {
  const { formData } = useNavigation();
  return formData?.get("intent") === intent ? formData : null;
}
