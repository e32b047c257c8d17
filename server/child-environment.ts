/**
 * What a process of this program gets of the server's environment: what the system, its fonts, its languages and its
 * certificates may need, and so no password, no address and no key that happens to stand there.
 */
const handedOn =
  /^(?:PATH|HOME|USERPROFILE|LOCALAPPDATA|APPDATA|SystemRoot|windir|TMPDIR|TMP|TEMP|TZ|LANG|LANGUAGE|LC_[A-Z]+|XDG_(?:DATA|CONFIG|CACHE)_(?:HOME|DIRS)|FONTCONFIG_[A-Z]+|LD_LIBRARY_PATH|NODE_EXTRA_CA_CERTS)$/i;

export function childEnvironment(environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && handedOn.test(name)) own[name] = value;
  return own;
}
