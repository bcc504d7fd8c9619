/** Parts of node-forge that open PKCS#12 files; the whole package is three times as large. */
declare module "node-forge/lib/asn1" {
  import { asn1 } from "node-forge";
  export default asn1;
}

declare module "node-forge/lib/pkcs12" {
  import { pkcs12 } from "node-forge";
  export default pkcs12;
}

declare module "node-forge/lib/pki" {
  import { pki } from "node-forge";
  export default pki;
}
