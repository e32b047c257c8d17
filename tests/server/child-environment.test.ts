/** What the processes of the console and of exports get of the server's environment. */
import { expect, it } from "vitest";
import { childEnvironment } from "../../server/child-environment.ts";

const values = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `of ${name}`]));

it("what fonts, languages, folders and certificates need is handed on", () => {
  const needed = values(
    "PATH HOME TMPDIR TZ LANG LC_ALL LC_CTYPE NODE_EXTRA_CA_CERTS XDG_DATA_HOME XDG_DATA_DIRS XDG_CONFIG_HOME XDG_CACHE_HOME FONTCONFIG_FILE FONTCONFIG_PATH".split(
      " ",
    ),
  );
  expect(childEnvironment(needed)).toEqual(needed);
});

it("no password, address or key is, nor anything else that happens to stand there", () => {
  const others = values(
    "NEO4J_PASSWORD NEO4J_URI AWS_SECRET_ACCESS_KEY GITHUB_TOKEN DATABASE_URL ARTICLES NODE_OPTIONS HTTPS_PROXY SSH_AUTH_SOCK XDG_RUNTIME_DIR PATH_TO_KEY MY_HOME LC_".split(
      " ",
    ),
  );
  expect(childEnvironment({ ...others, PATH: "/bin", EMPTY: undefined })).toEqual({ PATH: "/bin" });
});
