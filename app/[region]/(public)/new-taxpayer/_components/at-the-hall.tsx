import type { RegionProfile } from "@/lib/regions/types";

const AT_THE_HALL = [
  "法定代表人没有账户又不便注册，或登记信息有误的，可由办税服务厅完成信息确认。",
  "请携带营业执照和法定代表人、财务负责人、办税员的身份证件，并记下各自的手机号码。",
  "财务负责人首次从企业业务登录时确认自己的授权；办税员在账户中心确认。",
] as const;

/** What others do: the hall confirms, too (西藏 三(一)1, 三(三)2–4). */
export function AtTheHall({ region }: { region: RegionProfile }) {
  return (
    <section aria-labelledby="hall" className="mt-10">
      <h2 id="hall" className="mb-3 text-lg">
        不能在网上确认的
      </h2>
      <ul className="list-disc space-y-2 pl-5 marker:text-accent">
        {AT_THE_HALL.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="mt-3">
        办税服务厅的地址和办公时间，请拨打纳税缴费服务热线{" "}
        <strong className="tabular-nums">{region.hotline}</strong> 查询。
      </p>
    </section>
  );
}
