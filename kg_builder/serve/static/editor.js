/* YASGUI over our endpoint: our prefixes, the named queries as examples, results as a drawing, an address to share. */
(function () {
  "use strict";
  const host = document.getElementById("editor");
  const { query, prefixes, ids } = JSON.parse(host.dataset.settings);
  const MOST = 300;

  class Drawing {
    constructor(yasr) { this.yasr = yasr; this.priority = 2; this.label = "Drawing"; this.hideFromSelection = false; }
    canHandleResults() { return found(this.yasr).edges.length > 0; }
    getIcon() { return null; }
    draw() {
      const place = document.createElement("div");
      place.className = "drawing";
      this.yasr.resultsEl.replaceChildren(place);
      const shown = window.drawing(place, null);
      const graph = found(this.yasr);
      shown.add(graph);
      shown.say(`${graph.nodes.length} things, ${graph.edges.length} relations`);
    }
  }

  function found(yasr) {
    const nodes = new Map(), edges = [];
    const bindings = yasr.results && yasr.results.getBindings ? yasr.results.getBindings() || [] : [];
    const node = (iri) => {
      if (!nodes.has(iri)) nodes.set(iri, { iri, label: short(iri), href: local(iri), kind: "" });
      return iri;
    };
    for (const row of bindings.slice(0, MOST)) {
      if (row.subject && row.predicate && row.object && row.object.type === "uri") {
        edges.push({ from: node(row.subject.value), to: node(row.object.value), name: short(row.predicate.value) });
        continue;
      }
      const iris = Object.entries(row).filter(([, term]) => term && term.type === "uri");
      for (const [name, term] of iris.slice(1)) edges.push({ from: node(iris[0][1].value), to: node(term.value), name });
    }
    return { nodes: [...nodes.values()], edges };
  }

  function short(iri) {
    let best = "";
    for (const [prefix, space] of Object.entries(prefixes)) {
      if (iri.startsWith(space) && space.length > (prefixes[best] || "").length) best = prefix;
    }
    return best ? `${best}:${iri.slice(prefixes[best].length)}` : iri;
  }

  function local(iri) {
    return iri.startsWith(ids) && !/[#?]/.test(iri) ? `/id/${iri.slice(ids.length)}` : `/describe?iri=${encodeURIComponent(iri)}`;
  }

  /* The text with the prefixes that it uses declared, so that it is understood everywhere. */
  function declared(text) {
    const used = new Set([...text.replace(/#[^\n>]*$/gm, "").matchAll(/(?:^|[\s({|/^,;])([a-z]+):(?=[\w*])/g)].map((found) => found[1]));
    const known = new Set([...text.matchAll(/PREFIX\s+([\w-]*):/gi)].map((found) => found[1]));
    const missing = [...used].filter((name) => name in prefixes && !known.has(name)).sort();
    return missing.map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`).join("") + text;
  }

  function share(text) {
    const address = `${location.origin}/editor?query=${encodeURIComponent(text)}`;
    document.getElementById("share").value = address;
    return address;
  }

  /* What our graph names is opened here, not on the network. */
  host.addEventListener("click", (event) => {
    const link = event.target.closest("a.iri");
    if (link && !event.ctrlKey && !event.metaKey) { event.preventDefault(); location.assign(local(link.getAttribute("href"))); }
  }, true);

  Yasgui.Yasr.registerPlugin("drawing", Drawing);
  Yasgui.Yasqe.defaults.autocompleters = Yasgui.Yasqe.defaults.autocompleters.filter((name) => name === "variables");
  Yasgui.Yasr.defaults.prefixes = Object.fromEntries(Object.entries(prefixes).sort((a, b) => b[1].length - a[1].length));
  host.replaceChildren();
  const yasgui = new Yasgui(host, {
    requestConfig: { endpoint: `${location.origin}/sparql`, headers: () => ({}), acceptHeaderGraph: "text/turtle" },
    copyEndpointOnNewTab: true,
    persistenceId: "kg-builder",
    populateFromUrl: false,
    endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
  });
  const tab = () => yasgui.getTab();
  const given = query || "SELECT ?state ?name {\n  ?state a kgb:State ; rdfs:label ?name\n} ORDER BY ?name LIMIT 20";
  if (query || !tab().getQuery || /^\s*(PREFIX[^\n]*\n)*\s*SELECT \* WHERE \{\s*\?sub/i.test(tab().getQuery())) tab().setQuery(declared(given));
  /* Names for what the editor leaves without one. */
  const unnamed = { ".CodeMirror textarea": "SPARQL query", ".yasr select": "Rows on a page", ".yasr input[type=search]": "Filter" };
  function name() {
    for (const [where, words] of Object.entries(unnamed)) {
      for (const one of host.querySelectorAll(where)) if (!one.ariaLabel) one.setAttribute("aria-label", words);
    }
  }
  new MutationObserver(name).observe(host, { childList: true, subtree: true });
  name();
  share(tab().getQuery());
  yasgui.on("tabChange", () => share(tab().getQuery()));
  yasgui.on("query", () => history.replaceState(null, "", share(tab().getQuery())));
  document.getElementById("example").addEventListener("change", (event) => {
    if (event.target.value) { tab().setQuery(declared(event.target.value)); share(event.target.value); }
  });
  document.getElementById("examples").addEventListener("submit", (event) => event.preventDefault());
})();
