import "server-only";
import { portalTables } from "@/prisma/copy/tables";

/** A column that holds cipher texts: as its whole value, or in the members of a JSON object. */
export type SealedColumn = {
  table: string;
  key: string[];
  column: string;
  json: boolean;
  /** All columns of the table. */
  siblings: string[];
  /** A further column its field is named by. */
  kind: string | null;
  /** The field (`protect`) of a cipher text: of the member of that name in a JSON column. */
  fieldOf(member: string, kind: string): string;
};

/** Columns whose value is bound to the field of another one, which it is copied from or to. */
const FIELDS: Readonly<Record<string, string>> = {
  "RegistryContact.mobile": "Relation.registryMobile",
  "RegistryContact.landline": "Relation.registryLandline",
  "ImportRow.documentNumber": "Person.documentNumber",
  "ImportRow.mobile": "Relation.registryMobile",
  "ImportRow.landline": "Relation.registryLandline",
};

/** Members of `Flow.data`; the first is a registration's document before there is a person. */
const FLOW_FIELDS: Readonly<Record<string, string>> = {
  documentNumberCipher: "Person.documentNumber",
  contactCipher: "Flow.contact",
};

/** Every place of the database that is encrypted with DATA_KEY (加密存储), from the models: columns named `…Cipher`, and two with JSON. */
export function sealedColumns(): SealedColumn[] {
  return portalTables().flatMap(({ name: table, key, columns }) => {
    const siblings = columns.map((column) => column.name);
    const sealed: SealedColumn[] = columns
      .filter(({ name }) => name.endsWith("Cipher"))
      .map(({ name: column }) => {
        const own = `${table}.${column.slice(0, -"Cipher".length)}`;
        const field = FIELDS[own] ?? own;
        return { table, key, column, json: false, siblings, kind: null, fieldOf: () => field };
      });
    const json = { table, key, column: "data", json: true, siblings };
    if (table === "Flow") {
      const fieldOf = (member: string) => FLOW_FIELDS[member] ?? `Flow.${member}`;
      sealed.push({ ...json, kind: null, fieldOf });
    }
    if (table === "Filing") {
      sealed.push({ ...json, kind: "kind", fieldOf: (_, kind) => `Filing.${kind}` });
    }
    return sealed;
  });
}
