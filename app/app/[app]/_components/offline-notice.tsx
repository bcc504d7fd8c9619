"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";

/** Says when the phone is offline; the service worker does the same for a page that cannot be fetched. It keeps no data. */
export function OfflineNotice() {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    // Without it the page works as well, only not when offline.
    navigator.serviceWorker?.register("/app/sw.js", { scope: "/app/" }).catch(() => undefined);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);
  if (!offline) return null;
  return (
    <Alert tone="warning" role="status" title="当前没有网络" className="mb-4">
      <p>连接网络后可以继续操作。</p>
    </Alert>
  );
}
