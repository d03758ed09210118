/** For pages that show embed.html in a frame: gives each such frame the height it asks for. An ordinary script, no module. */
(() => {
  const own = new URL("./embed.html", document.currentScript.src).href;
  addEventListener("message", ({ source, data }) => {
    if (typeof data !== "object" || data === null || data.type !== "seat-calculator" || !(data.height > 0)) return;
    for (const frame of document.querySelectorAll("iframe")) {
      if (frame.contentWindow === source && frame.src.startsWith(own)) {
        frame.style.height = `${Math.min(Math.max(Math.ceil(data.height), 60), 20_000)}px`;
      }
    }
  });
})();
