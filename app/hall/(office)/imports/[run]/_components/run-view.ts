import type { importView } from "@/lib/server/imports/view";

/** A run as its page shows it. */
export type RunView = NonNullable<Awaited<ReturnType<typeof importView>>>;
