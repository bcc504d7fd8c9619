const AUTHORITY = "国家税务总局";

/** A bureau's full name that breaks between the authority and the area, not inside a word. */
export function BureauName({ name }: { name: string }) {
  if (!name.startsWith(AUTHORITY)) return name;
  return (
    <span className="break-keep">
      {AUTHORITY}
      <wbr />
      {name.slice(AUTHORITY.length)}
    </span>
  );
}
