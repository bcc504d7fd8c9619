import { buttonClass } from "@/components/ui/button-class";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { chooseRegionAction } from "../../actions";

type RegionFormProps = {
  app: string;
  current: string;
  regions: readonly { value: string; label: string }[];
};

/** 办理地区: the bureau whose APP this is; remembered on the phone. */
export function RegionForm({ app, current, regions }: RegionFormProps) {
  return (
    <form action={chooseRegionAction.bind(null, app)} className="grid gap-2">
      <Label htmlFor="app-region">办理地区</Label>
      <Select id="app-region" name="region" defaultValue={current} key={current}>
        {regions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <button type="submit" className={buttonClass("ghost")}>
        切换地区
      </button>
    </form>
  );
}
