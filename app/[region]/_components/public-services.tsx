import { Building2, FileText, KeyRound, Phone, ShieldCheck, UserPlus } from "lucide-react";
import { t } from "@/components/texts/request-texts";
import { Link } from "@/components/ui/link";
import type { RegionProfile } from "@/lib/regions/types";

const SERVICES = [
  { path: "register", icon: UserPlus, name: "用户注册", text: "首次使用电子税务局的个人" },
  { path: "new-taxpayer", icon: Building2, name: "新办纳税人套餐", text: "新设立企业的信息确认" },
  { path: "forgot-password", icon: KeyRound, name: "忘记密码", text: "重新设置个人用户密码" },
  { path: "find-phone", icon: Phone, name: "找回手机号码", text: "更换手机或号码被占用" },
  { path: "terms", icon: FileText, name: "用户服务协议", text: "使用前请阅读" },
  { path: "privacy", icon: ShieldCheck, name: "隐私政策", text: "个人信息怎样使用和保护" },
] as const;

/** 公众服务: what needs no session. */
export function PublicServices({ region }: { region: RegionProfile }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {SERVICES.map(({ path, icon: Icon, name, text }) => (
        <li
          key={path}
          className="relative flex min-w-0 items-center gap-4 rounded-lg border border-line bg-raised p-4 hover:border-accent"
        >
          <Icon aria-hidden="true" className="size-6 shrink-0 text-accent" />
          <div className="min-w-0">
            <Link
              href={`/${region.slug}/${path}`}
              className="font-semibold after:absolute after:inset-0 after:rounded-lg"
            >
              {t(name)}
            </Link>
            <p className="text-muted text-sm">{t(text)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
