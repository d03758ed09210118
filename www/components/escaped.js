/** Text as it may stand in markup and in attributes. @param {unknown} raw */
export const escaped = (raw) =>
  String(raw)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
