/** Names in the rows of people to be added, as typed so far. */
export function addedText(added: unknown): string {
  const rows: readonly { name?: string }[] = Array.isArray(added) ? added : [];
  return rows
    .map((row) => row?.name?.trim())
    .filter(Boolean)
    .join("、");
}
