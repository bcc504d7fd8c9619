import "server-only";
import { Marked } from "marked";
import sanitizeHtml from "sanitize-html";

/** Markdown of 通知公告; one line break is a line break, as its authors type it. */
const markdown = new Marked({ async: false, gfm: true, breaks: true });

/** Where a link may lead: another site, a mailbox, a phone, a page of this site. */
const TARGET = /^(https?:\/\/|mailto:|tel:|\/(?!\/))/i;

/** All that an announcement may be made of. No image, no frame, no style, no class, no id, nothing that runs. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    "h2",
    "h3",
    "h4",
    "p",
    "br",
    "hr",
    "strong",
    "em",
    "del",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
  ],
  allowedAttributes: { a: ["href", "rel"], ol: ["start"] },
  allowedSchemes: ["https", "http", "mailto", "tel"],
  allowedSchemesAppliedToAttributes: ["href"],
  allowProtocolRelative: false,
  disallowedTagsMode: "discard",
  // The page's own first heading is the announcement's title.
  transformTags: {
    h1: "h2",
    h5: "h4",
    h6: "h4",
    b: "strong",
    i: "em",
    a: (tagName, { href = "" }) => ({
      tagName,
      attribs: { ...(TARGET.test(href) && { href }), rel: "noopener noreferrer nofollow" },
    }),
  },
};

/**
 * The text of an announcement (通知公告) as harmless HTML. Made anew from the stored Markdown whenever it is shown, so that
 * whatever got into the database, and however, nothing of it runs.
 */
export function announcementHtml(body: string): string {
  return sanitizeHtml(markdown.parse(body, { async: false }), ALLOWED);
}
