/** In the key: what a group and a bundle of lines look like, and what they are. */
import { useSay } from "../context.ts";
import { Count } from "../Count.tsx";

export function GroupSample() {
  return (
    <svg className="shape group-sample" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      <circle r="3.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <circle r="6.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}

export function BundleSample() {
  return (
    <svg className="line-sample" viewBox="0 0 32 8" width="32" height="8" aria-hidden="true">
      <path d="M1 1.6H31M1 6.4H31" stroke="currentColor" strokeWidth="1.3" />
    </svg>
  );
}

/** What a line looks like that stands for several relationships, and what it is. */
export function ParallelKey({ lines }: { lines: number }) {
  const say = useSay();
  return (
    <section className="group-key">
      <h3>{say("key.parallels")}</h3>
      <ul className="key-list">
        <li className="key-row">
          <svg className="line-sample" viewBox="0 0 32 8" width="32" height="8" aria-hidden="true">
            <path d="M1 4H31" stroke="currentColor" strokeWidth="2.6" />
          </svg>
          <span className="key-caption">{say("key.parallel")}</span>
          <Count of={lines} />
        </li>
      </ul>
    </section>
  );
}

export function GroupKey({ groups, bundles }: { groups: number; bundles: number }) {
  const say = useSay();
  return (
    <section className="group-key">
      <h3>{say("key.groups")}</h3>
      <ul className="key-list">
        <li className="key-row">
          <GroupSample />
          <span className="key-caption">{say("key.group")}</span>
          <Count of={groups} />
        </li>
        {bundles === 0 ? null : (
          <li className="key-row">
            <BundleSample />
            <span className="key-caption">{say("key.bundle")}</span>
            <Count of={bundles} />
          </li>
        )}
      </ul>
    </section>
  );
}
