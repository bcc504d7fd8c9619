import { FUNCTIONS } from "@/lib/domain/function-tree";
import { functionWay } from "./function-href";
import { TrailHere } from "./trail-here";

/** The whole way to the function whose page this is (辽宁 五: 点击进入后，可在上方查看完整功能路径), for pages below `under`. */
export function FunctionTrail({ region, under }: { region: string; under: "account" | "tax" }) {
  const trails = FUNCTIONS.flatMap((each) => {
    const ours = each.href !== undefined && each.href.split("/")[0] === under;
    return ours ? [{ path: `/${region}/${each.href}`, items: functionWay(region, each) }] : [];
  });
  return <TrailHere trails={trails} />;
}
