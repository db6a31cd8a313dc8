/* Draws things and their relations with d3-force. `drawing(host)` gives {add, say}; hosts with data-iri load neighbours. */
(function () {
  "use strict";
  const WIDTH = 640, HEIGHT = 520, NS = "http://www.w3.org/2000/svg", MOST = 34;

  function element(name, attributes, parent) {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (parent) parent.appendChild(made);
    return made;
  }

  /* Where to begin and how far to go, from the least start to the greatest end, and no less than `least`. */
  function span(starts, ends, least) {
    const from = Math.min(...starts) - 20, length = Math.max(...ends) + 20 - from;
    return length < least ? [from - (least - length) / 2, least] : [from, length];
  }

  function drawing(host, expand) {
    const nodes = new Map(), edges = new Map();
    const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": "Drawing of relations" });
    const told = document.createElement("p");
    told.className = "told";
    told.setAttribute("role", "status");
    host.replaceChildren(svg, told);

    function add(found) {
      for (const node of found.nodes) {
        if (!nodes.has(node.iri)) nodes.set(node.iri, { ...node, x: WIDTH / 2 + nodes.size * 7 % 31, y: HEIGHT / 2 + nodes.size * 11 % 29 });
      }
      for (const edge of found.edges) {
        const key = [edge.from, edge.to].sort().join("\n");
        const known = edges.get(key) || { source: nodes.get(edge.from), target: nodes.get(edge.to), names: new Set() };
        known.names.add(edge.name);
        if (known.source && known.target) edges.set(key, known);
      }
      layout();
      render();
    }

    function layout() {
      const all = [...nodes.values()];
      const links = [...edges.values()];
      d3.forceSimulation(all)
        .force("charge", d3.forceManyBody().strength(-620))
        .force("link", d3.forceLink(links).distance(140).strength(0.5))
        .force("collide", d3.forceCollide(36))
        .force("x", d3.forceX(WIDTH / 2).strength(0.06))
        .force("y", d3.forceY(HEIGHT / 2).strength(0.1))
        .stop().tick(220);
      const [left, wide] = span(all.map((node) => node.x), all.map((node) => node.x + 10 + 8 * Math.min(node.label.length, MOST)), WIDTH);
      const [top, high] = span(all.map((node) => node.y), all.map((node) => node.y), 300);
      svg.setAttribute("viewBox", `${left} ${top} ${wide} ${high}`);
    }

    function render() {
      const focused = document.activeElement && svg.contains(document.activeElement) ? document.activeElement.dataset.iri : null;
      svg.replaceChildren();
      for (const edge of edges.values()) {
        const line = element("line", { x1: edge.source.x, y1: edge.source.y, x2: edge.target.x, y2: edge.target.y }, svg);
        element("title", {}, line).textContent = [...edge.names].join(", ");
      }
      for (const node of nodes.values()) {
        const group = element("g", {
          class: node.kind || "", role: "button", tabindex: "0", "data-iri": node.iri,
          "aria-expanded": node.expanded ? "true" : "false",
          transform: `translate(${node.x},${node.y})`,
        }, svg);
        element("circle", { r: 10 }, group);
        const text = element("text", { x: 14, y: 4 }, group);
        text.textContent = node.label.length > MOST ? node.label.slice(0, MOST - 1) + "…" : node.label;
        element("title", {}, group).textContent = `${node.label}${node.kind ? ", " + node.kind : ""}`;
        group.addEventListener("click", () => choose(node));
        group.addEventListener("keydown", (event) => {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(node); }
        });
        if (node.iri === focused) group.focus();
      }
    }

    function choose(node) {
      tell(node);
      if (expand && !node.expanded) { node.expanded = true; expand(node); }
    }

    function tell(node) {
      const relations = [...edges.values()].filter((edge) => edge.source === node || edge.target === node);
      const link = document.createElement("a");
      link.href = node.href;
      link.textContent = `Open ${node.label}`;
      const named = relations.slice(0, 12).map((edge) => `${[...edge.names].join(", ")}: ${(edge.source === node ? edge.target : edge.source).label}`);
      told.replaceChildren(link, ` · ${nodes.size} things · ${named.join("; ")}`);
    }

    return { add, tell, say: (words) => told.replaceChildren(words), nodes };
  }

  async function neighbours(host) {
    host.innerHTML = '<p class="loading" role="status">Loading the drawing…</p>';
    let shown = null;
    async function load(node) {
      let found;
      try {
        const answer = await fetch(`/neighbours?iri=${encodeURIComponent(node.iri)}`, { headers: { Accept: "application/json" } });
        found = await answer.json();
        if (!answer.ok) throw new Error(found.detail);
      } catch (error) {
        if (shown) shown.say(`Not loaded: ${error.message}`);
        else host.innerHTML = '<p class="empty" role="alert">The drawing could not be loaded. Load the page again.</p>';
        return;
      }
      if (!shown && found.edges.length === 0) {
        host.innerHTML = '<p class="empty">Nothing is related to this yet.</p>';
        return;
      }
      shown = shown || drawing(host, load);
      shown.add(found);
      const known = shown.nodes.get(node.iri);
      known.expanded = true;
      shown.add({ nodes: [], edges: [] });
      shown.tell(known);
    }
    await load({ iri: host.dataset.iri });
  }

  window.drawing = drawing;
  for (const host of document.querySelectorAll(".drawing[data-iri]")) neighbours(host);
})();
