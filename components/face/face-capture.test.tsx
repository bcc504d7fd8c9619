import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FaceCapture } from "@/components/face/face-capture";

const shown = (filmAllowed: boolean) =>
  renderToStaticMarkup(
    <FaceCapture
      begin={async () => ({ ok: false, problems: [] })}
      subject={{ secret: "" }}
      onPassed={() => undefined}
      filmAllowed={filmAllowed}
    />,
  );

test("N1 a film may stand in for a camera only where the page allows it", () => {
  expect(shown(true)).toContain('<input type="file" accept="video/*"/>');
  expect(shown(false)).not.toContain('type="file"');
});
