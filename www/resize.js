/**
 * For pages that show embed.html in a frame: gives each such frame the height it asks for. An
 * ordinary script, not a module.
 */
(() => {
  // From the prototype, because an image named "currentScript" hides the document's own property.
  const script = Reflect.get(Document.prototype, "currentScript", document);
  const { src } = /** @type {HTMLScriptElement} */ (script);
  // Each election has a page for frames: embed.html, embed-jharkhand-2019.html, …
  const own = new URL("./embed", src).href;
  /** @param {string} address */
  const isOwn = (address) =>
    address.startsWith(own) && /^(-[a-z0-9-]+)?\.html([?#]|$)/.test(address.slice(own.length));
  addEventListener("message", ({ source, data }) => {
    if (data?.type !== "seat-calculator" || typeof data.height !== "number") return;
    if (!(data.height > 0)) return;
    const height = Math.min(Math.max(Math.ceil(data.height), 60), 20_000);
    const frames = Document.prototype.querySelectorAll.call(document, "iframe");
    for (const frame of /** @type {NodeListOf<HTMLIFrameElement>} */ (frames))
      if (frame.contentWindow === source && isOwn(frame.src)) frame.style.height = `${height}px`;
  });
})();
