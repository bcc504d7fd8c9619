"use client";

import { useEffect, useRef, useState } from "react";

const WIDTH = 640;
const HEIGHT = 480;
const QUALITY = 0.75;

export type CameraState = "starting" | "ready" | "unavailable";

/**
 * The phone's camera in a video element, and its pictures as JPEG of at most 640 × 480. `facing` is "user" for one's own face,
 * "environment" for a code. Stops when the page is left.
 */
export function useCamera(facing: "user" | "environment") {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>("starting");

  useEffect(() => {
    let stream: MediaStream | null = null;
    let stopped = false;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    async function start() {
      const wanted = { facingMode: facing, width: { ideal: WIDTH }, height: { ideal: HEIGHT } };
      stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
      if (stopped || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      setState("ready");
    }
    start().catch(() => {
      if (!stopped) setState("unavailable");
    });
    return () => {
      stopped = true;
      stop();
    };
  }, [facing]);

  /** The present picture; null while there is none. */
  async function picture(): Promise<Blob | null> {
    const source = video.current;
    if (!source || source.videoWidth === 0) return null;
    const scale = Math.min(1, WIDTH / source.videoWidth, HEIGHT / source.videoHeight);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(source.videoWidth * scale);
    canvas.height = Math.round(source.videoHeight * scale);
    canvas.getContext("2d")?.drawImage(source, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  }

  /** Lets a film stand in for a camera; only offered outside production. */
  async function play(film: File): Promise<void> {
    if (!video.current) return;
    video.current.srcObject = null;
    video.current.src = URL.createObjectURL(film);
    video.current.loop = true;
    await video.current.play();
    setState("ready");
  }

  return { video, state, picture, play };
}
