/** What a reader should know before an export leaves: what is uncited, heard, held, disputed or undated. */
import { concerns } from "../../../scene/review.ts";
import type { Scene } from "../../../scene/scene.ts";
import { useSay } from "../context.ts";

/** What is looked through: a scene, or all of a story's. */
type Reviewed = Pick<Scene, "lines" | "review">;

/** So many sentences of each concern are listed. */
const mostListed = 100;

function Concerns({ scene }: { scene: Reviewed }) {
  const say = useSay();
  const sentences = new Map(scene.lines.map(({ relationship, evidence }) => [relationship.id, evidence.sentence]));
  const found = concerns.filter((concern) => scene.review[concern].length > 0);
  if (found.length === 0) return <p className="export-fine">{say("export.guard.nothing")}</p>;
  return (
    <ul className="export-concerns">
      {found.map((concern) => {
        const ids = scene.review[concern];
        return (
          <li key={concern}>
            <details>
              <summary>{say(`export.guard.${concern}`, { count: ids.length })}</summary>
              <ul>
                {ids.slice(0, mostListed).map((id) => (
                  <li key={id}>{sentences.get(id)}</li>
                ))}
              </ul>
              {ids.length > mostListed ? <p>{say("export.more", { count: ids.length - mostListed })}</p> : null}
            </details>
          </li>
        );
      })}
    </ul>
  );
}

interface GuardProps {
  scene: Reviewed;
  /** Whether uncited claims about a person are let through. */
  allowed: boolean;
  allow: (allowed: boolean) => void;
}

export function Guard({ scene, allowed, allow }: GuardProps) {
  const say = useSay();
  const { refused } = scene.review;
  return (
    <section className="export-guard" aria-labelledby="export-guard">
      <h3 id="export-guard">{say("export.guard.title")}</h3>
      <Concerns scene={scene} />
      {refused.length === 0 ? null : (
        <div role="alert" className="export-refused">
          <p>{say("export.guard.refused", { count: refused.length })}</p>
          <label>
            <input type="checkbox" checked={allowed} onChange={({ target }) => allow(target.checked)} />
            {say("export.guard.allow")}
          </label>
        </div>
      )}
    </section>
  );
}
