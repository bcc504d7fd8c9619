// Imported before Next serves: who a request comes from is what the connection says, not what its headers say.
// Behind a front server (TRUST_PROXY=1) the forwarded headers are that server's word and stay.
import { Server } from "node:http";

const FORWARDED = ["x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"];

if (process.env.TRUST_PROXY !== "1") {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (event, ...rest) {
    if (event === "request") {
      const { headers, socket } = rest[0];
      for (const name of FORWARDED) delete headers[name];
      headers["x-forwarded-for"] = socket.remoteAddress ?? "unknown";
    }
    return emit.call(this, event, ...rest);
  };
}
