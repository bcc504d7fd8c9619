// Who may import whom. The layers are described in docs/decisions and README ("Layout").
const TEST = "\\.(test|spec)\\.tsx?$";
const PURE = "^lib/(domain|regions|schemas|flows|messages|english)(/|\\.ts$)";

/** A layer may import only what `allowed` matches; packages are named one by one. */
function layer(name, path, allowed, packages = []) {
  const modules = packages.map((each) => `node_modules/${each}/`);
  return {
    name,
    severity: "error",
    comment: `${path} may import only ${[...allowed, ...packages].join(", ")}`,
    from: { path, pathNot: TEST },
    to: { pathNot: [...allowed, ...modules] },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    layer("domain-is-pure", "^lib/domain/", ["^lib/domain/"], ["libphonenumber-js"]),
    layer("regions-know-domain", "^lib/regions/", ["^lib/(regions|domain)/"], ["zod"]),
    layer("schemas-know-domain", "^lib/schemas/", ["^lib/(schemas|domain)/"], ["zod"]),
    layer("flows-know-rules", "^lib/flows/", ["^lib/(flows|domain|schemas|regions)/"], ["zod"]),
    layer("messages-know-domain", "^lib/messages(/|\\.ts$)", ["^lib/(messages(/|\\.ts$)|domain/)"]),
    layer("english-knows-messages", "^lib/english/", ["^lib/(english|messages(/|\\.ts$)|domain)"]),
    layer("ui-knows-words", "^components/ui/", ["^components/(ui|texts)/", "node_modules/"]),
    layer("components-know-pure-layers", "^components/(?!ui/)", [
      "^components/",
      PURE,
      "node_modules/(?!@prisma/|next-auth/)",
    ]),
    {
      name: "server-knows-no-interface",
      severity: "error",
      from: { path: "^lib/server/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "server-only-behind-app",
      severity: "error",
      comment: "Only routes, commands and the start of a process use the server layer.",
      from: { pathNot: "^(lib/server|app|scripts|prisma)/|^(proxy|instrumentation)\\.ts$" },
      to: { path: "^lib/server/" },
    },
    {
      name: "prisma-stays-in-server",
      severity: "error",
      comment: "Routes ask use cases and queries by noun, never the database.",
      from: {
        path: "^(app|components|e2e)/|^(proxy|instrumentation)\\.ts$",
        pathNot: "^app/.*\\.test\\.ts$",
      },
      to: {
        path: "^generated/|node_modules/@prisma/|^lib/server/db(/|\\.ts$)",
        pathNot: "/enums\\.ts$",
      },
    },
    {
      name: "no-way-back-to-app",
      severity: "error",
      from: { pathNot: "^app/" },
      to: { path: "^app/" },
    },
    {
      name: "no-cycle",
      severity: "error",
      from: { pathNot: "^generated/" },
      to: { circular: true },
    },
    {
      name: "no-orphan",
      severity: "error",
      comment: "A module nobody imports; routes, tests, commands and declarations are entries.",
      from: {
        orphan: true,
        pathNot: [
          TEST,
          "^app/",
          "^e2e/",
          "^scripts/",
          "^prisma/",
          "^generated/",
          "\\.d\\.ts$",
          "\\.(css|json)$",
        ],
      },
      to: {},
    },
    {
      name: "no-barrel-no-utils",
      severity: "error",
      from: { pathNot: "^generated/" },
      to: { path: "(^|/)(index\\.tsx?$|utils/)", pathNot: "node_modules/|^generated/" },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-development-package",
      severity: "error",
      from: { path: "^(app|components|lib)/|^(proxy|instrumentation)\\.ts$", pathNot: TEST },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^generated/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
