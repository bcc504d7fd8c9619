/** The part of autocannon 9 the benchmark uses; the package ships no types. */
declare module "autocannon" {
  type Options = {
    url: string;
    connections: number;
    /** Requests to make; the run ends when all were answered. */
    amount: number;
    headers?: Record<string, string>;
  };
  type Result = {
    non2xx: number;
    errors: number;
    /** Seconds. */
    duration: number;
    /** Milliseconds. */
    latency: { p50: number; p97_5: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
