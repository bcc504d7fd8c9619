import type { Query } from "@/app/[region]/_components/list-query";
import { PageHeading } from "@/components/layout/page-heading";
import { Link } from "@/components/ui/link";
import { hallNavigation } from "@/lib/domain/hall-functions";
import { requireOfficer } from "@/lib/server/hall/officer-session";
import { Dashboard } from "./_components/dashboard";

/** First page of the hall: everything the officer's role may do. */
export default async function HallPage({ searchParams }: { searchParams: Promise<Query> }) {
  const officer = await requireOfficer();
  const { name, role } = officer;
  const groups = hallNavigation(role)
    .map(({ title, items }) => ({ title, items: items.filter(({ href }) => href !== "/hall") }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      <PageHeading title="办税服务厅">{name}，您好。请选择要办理的业务。</PageHeading>
      <div className="grid gap-8">
        {groups.map(({ title, items }) => (
          <section key={title} aria-label={title}>
            <h2 className="mb-3 text-lg">{title}</h2>
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {items.map(({ label, href, hint }) => (
                <li
                  key={href}
                  className="relative rounded-md border border-line bg-raised p-4 hover:border-accent"
                >
                  <Link
                    href={href}
                    aria-describedby={`${href}-hint`}
                    className="block font-semibold text-accent before:absolute before:inset-0"
                  >
                    {label}
                  </Link>
                  <p id={`${href}-hint`} className="mt-1 text-muted text-sm">
                    {hint}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Dashboard officer={officer} chosen={await searchParams} />
    </>
  );
}
