import { renderToStaticMarkup } from "react-dom/server";
import { useForm } from "react-hook-form";
import { expect, test } from "vitest";
import { ActionFormContext, type ActionFormHandle } from "@/components/form/action-form-context";
import { FunctionTreeField } from "@/components/form/function-tree-field";

function GrantForm() {
  const form = useForm({ defaultValues: { functions: ["2000"] } });
  const handle = { form, fieldId: (name: string) => name, noteField: () => {} };
  return (
    <ActionFormContext value={handle as unknown as ActionFormHandle}>
      <FunctionTreeField name="functions" label="功能树" />
    </ActionFormContext>
  );
}

test("E4 no box of the tree can be ticked before the page knows of it", () => {
  const boxes = renderToStaticMarkup(<GrantForm />).match(/<input[^>]*>/g) ?? [];
  expect(boxes.length).toBeGreaterThan(3);
  for (const box of boxes) expect(box).toContain("disabled");
});
