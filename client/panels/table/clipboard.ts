/** Handing text and pictures to the person's other programs: by the clipboard or as a file. */

/** Both as a table and as plain text, so that a spreadsheet and a text field each take what they can. */
export async function copyTable(html: string, text: string): Promise<boolean> {
  try {
    const parts = Object.entries({ "text/html": html, "text/plain": text });
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(parts.map(([type, part]) => [type, new Blob([part], { type })]))),
    ]);
    return true;
  } catch {
    return copyByEvent(html, text);
  }
}

/** Where the clipboard is closed to scripts, as on a page that is not served securely, the copy command still works. */
function copyByEvent(html: string | null, text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    if (html !== null) event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
  };
  document.addEventListener("copy", onCopy);
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", onCopy);
  }
}

/** Plain text alone. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(null, text);
  }
}

/**
 * A PNG that is still being painted, and whether the browser took it; rejects where the picture itself failed. To be
 * called by a click, as browsers allow no other.
 */
export async function copyPicture(picture: Promise<Blob>): Promise<boolean> {
  // The clipboard waits for the picture: asked once it is there, the click would be too long ago.
  const copied = navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]).then(
    () => true,
    () => false,
  );
  await picture;
  return copied;
}

/** Saves text under a name. */
export function saveText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
