import { failure, type Result } from "@/lib/domain/result";

/** Sends a file as it is, telling how much of it has gone, in per cent. `fetch` does not tell. */
export function sendFile(
  url: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<Result<unknown>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("content-type", "text/csv");
    request.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) onProgress(Math.floor((loaded / total) * 100));
    };
    request.onload = () => resolve(request.response ?? failure("UPLOAD_FAILED"));
    request.onerror = () => resolve(failure("UPLOAD_FAILED"));
    request.send(file);
  });
}
