"""What the endpoint says of itself: SPARQL 1.1 Service Description, and VoID of the data."""

from rdflib import DCTERMS, RDF, VOID, Graph, Literal, Namespace, URIRef

from kg_builder import identity
from kg_builder.store.answers import FORMATS
from kg_builder.vocabulary import ID, ONTOLOGY, PREFIXES

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMAT = Namespace("http://www.w3.org/ns/formats/")
#: What rdflib writes these descriptions in.
WRITTEN = {"turtle": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "pretty-xml"}
_FORMATS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdfxml": "RDF_XML",
    "trig": "TriG",
    "nq": "N-Quads",
}
#: Graphs that are told one by one; those of articles are found by asking.
_TOLD = (identity.ONTOLOGY_GRAPH, identity.REFERENCE_GRAPH, identity.INFERRED_GRAPH, identity.DERIVATIONS_GRAPH)
_REUSED = ("dcterms", "foaf", "oa", "org", "prov", "sem", "skos", "time")


def service(base: str) -> Graph:
    """SPARQL 1.1 Service Description; ``base`` is the server's address, with a slash at its end."""
    graph = _graph()
    endpoint = URIRef(f"{base}sparql")
    dataset, default = URIRef(f"{endpoint}#dataset"), URIRef(f"{endpoint}#default")
    graph.add((endpoint, RDF.type, SD.Service))
    graph.add((endpoint, SD.endpoint, endpoint))
    graph.add((endpoint, SD.supportedLanguage, SD.SPARQL11Query))
    for format in dict.fromkeys(one for formats in FORMATS.values() for one in formats):
        graph.add((endpoint, SD.resultFormat, FORMAT[_FORMATS[format]]))
    graph.add((endpoint, SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, SD.Dataset))
    graph.add((dataset, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    description = "The merge of all asserted and inferred triples; each article's account is a named graph besides."
    graph.add((default, DCTERMS.description, Literal(description)))
    for name in _TOLD:
        node = URIRef(f"{endpoint}#{name.removeprefix(str(ID))}")
        graph.add((dataset, SD.namedGraph, node))
        graph.add((node, RDF.type, SD.NamedGraph))
        graph.add((node, SD.name, name))
    return graph


def void(base: str, counts: tuple[dict[str, int], dict[str, int], list[str]]) -> Graph:
    """VoID; ``counts`` are those of ``jobs.counts``."""
    classes, properties, graphs = counts
    graph = _graph()
    dataset = URIRef(f"{base}.well-known/void#dataset")
    graph.add((dataset, RDF.type, VOID.Dataset))
    graph.add((dataset, DCTERMS.title, Literal("Diplomacy and economic security, as articles tell it")))
    graph.add((dataset, VOID.sparqlEndpoint, URIRef(f"{base}sparql")))
    graph.add((dataset, VOID.uriSpace, Literal(str(ID))))
    graph.add((dataset, VOID.dataDump, URIRef(f"{base}graphs?default")))
    graph.add((dataset, VOID.vocabulary, ONTOLOGY))
    for prefix in _REUSED:
        graph.add((dataset, VOID.vocabulary, URIRef(PREFIXES[prefix])))
    graph.add((dataset, VOID.triples, Literal(sum(properties.values()))))
    graph.add((dataset, VOID.properties, Literal(len(properties))))
    graph.add((dataset, VOID.classes, Literal(len(classes))))
    graph.add((dataset, VOID.documents, Literal(sum("/graph/article/" in name for name in graphs))))
    for kind, things, partition, number in (
        (VOID["class"], classes, VOID.classPartition, VOID.entities),
        (VOID.property, properties, VOID.propertyPartition, VOID.triples),
    ):
        for term, count in things.items():
            node = URIRef(f"{dataset}-{_place(term)}")
            graph.add((dataset, partition, node))
            graph.add((node, kind, URIRef(term)))
            graph.add((node, number, Literal(count)))
    return graph


def written(graph: Graph, format: str) -> bytes:
    """In one of WRITTEN."""
    return graph.serialize(format=WRITTEN[format], encoding="utf-8")


def _graph() -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, space in {"sd": str(SD), "void": str(VOID), "dcterms": str(DCTERMS), "format": str(FORMAT)}.items():
        graph.bind(prefix, space)
    return graph


def _place(iri: str) -> str:
    """A fragment for what is told of a term, from the last two parts of its IRI."""
    return "-".join(iri.replace("#", "/").rstrip("/").split("/")[-2:])
