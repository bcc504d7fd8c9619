import { Badge } from "@/components/ui/badge";

/** Whether people can sign in there. */
export function ClientState({ disabled }: { disabled: boolean }) {
  return disabled ? <Badge>已停用</Badge> : <Badge tone="success">正常</Badge>;
}
