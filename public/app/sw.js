// Offline notice of the companion APP. Keeps two fixed files and never any data.
const KEPT = "companion-offline-2";
const NOTICE = "/app/offline.html";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(KEPT).then((cache) => cache.addAll([NOTICE, "/app/offline.css"])),
  );
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith("companion-") && name !== KEPT))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(NOTICE)));
  } else if (new URL(request.url).pathname === "/app/offline.css") {
    event.respondWith(fetch(request).catch(() => caches.match(request)));
  }
});
