"""Whether a graph is an OWL 2 RL ontology: which constructs stand where (OWL 2 Profiles, sections 4.2 and 4.3), and
those global restrictions of OWL 2 DL (Structural Specification, section 11) that its constructs can break."""

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

# Section 4.2.1; xsd:date and its kin are in no OWL 2 datatype map.
DATATYPES = {
    RDF.PlainLiteral, RDF.XMLLiteral, RDFS.Literal, RDF.langString,
    *(XSD[name] for name in (
        "decimal", "integer", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger", "negativeInteger", "long",
        "int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "float", "double",
        "string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "boolean", "hexBinary",
        "base64Binary", "anyURI", "dateTime", "dateTimeStamp",
    )),
}  # fmt: skip
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
CHARACTERISTICS = {
    OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.SymmetricProperty, OWL.TransitiveProperty,
    OWL.AsymmetricProperty, OWL.IrreflexiveProperty,
}  # fmt: skip
NEED_SIMPLE = {OWL.FunctionalProperty, OWL.InverseFunctionalProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty}
SUBCLASS_FORMS = {OWL.intersectionOf, OWL.unionOf, OWL.someValuesFrom, OWL.hasValue, OWL.oneOf}
SUPERCLASS_FORMS = {OWL.intersectionOf, OWL.allValuesFrom, OWL.hasValue, OWL.complementOf, OWL.maxCardinality}
EQUIVALENT_FORMS = {OWL.intersectionOf, OWL.hasValue}
FORMS = SUBCLASS_FORMS | SUPERCLASS_FORMS | {OWL.minCardinality, OWL.cardinality, OWL.hasSelf}
AXIOMS = {
    RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith, RDFS.subPropertyOf, OWL.equivalentProperty, OWL.inverseOf,
    OWL.propertyDisjointWith, OWL.propertyChainAxiom, RDFS.domain, RDFS.range,
}  # fmt: skip
SILENT = {
    RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy, OWL.versionIRI, OWL.versionInfo, RDF.first, RDF.rest,
    OWL.onProperty, OWL.members,
}  # fmt: skip
LANGUAGE = (str(OWL), str(RDFS), str(RDF))


def violations(graph: Graph) -> list[str]:
    """What keeps ``graph`` from being in OWL 2 RL, in words; nothing if it is."""
    return sorted({*_constructs(graph), *_classes(graph), *_properties(graph), *_kinds(graph), *_globals(graph)})


def _constructs(graph: Graph) -> Iterator[str]:
    known = AXIOMS | SILENT | FORMS | {RDF.type}
    types = {*KINDS, *CHARACTERISTICS, OWL.Ontology, OWL.NamedIndividual, OWL.Restriction, OWL.AllDisjointClasses}
    for subject, predicate, object_ in graph:
        if str(predicate).startswith(LANGUAGE) and predicate not in known:
            yield f"{predicate} at {subject}: not a construct of OWL 2 RL"
        if predicate == RDF.type and str(object_).startswith(LANGUAGE) and object_ not in types:
            yield f"{object_} at {subject}: not a construct of OWL 2 RL"


def _classes(graph: Graph) -> Iterator[str]:
    for sub, super_ in graph.subject_objects(RDFS.subClassOf):
        yield from _expression(graph, sub, SUBCLASS_FORMS, "subclass")
        yield from _expression(graph, super_, SUPERCLASS_FORMS, "superclass")
    for pair in graph.subject_objects(OWL.equivalentClass):
        for class_ in pair:
            yield from _expression(graph, class_, EQUIVALENT_FORMS, "equivalent class")
    for pair in graph.subject_objects(OWL.disjointWith):
        for class_ in pair:
            yield from _expression(graph, class_, SUBCLASS_FORMS, "disjoint class")
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        for class_ in Collection(graph, graph.value(axiom, OWL.members)):
            yield from _expression(graph, class_, SUBCLASS_FORMS, "disjoint class")
    for property_, class_ in (*graph.subject_objects(RDFS.domain), *graph.subject_objects(RDFS.range)):
        if (property_, RDF.type, OWL.DatatypeProperty) not in graph or class_ not in DATATYPES:
            yield from _expression(graph, class_, SUPERCLASS_FORMS, f"domain or range of {property_}")


def _expression(graph: Graph, class_: Node, forms: set[URIRef], place: str) -> Iterator[str]:
    if isinstance(class_, URIRef):
        if (class_, RDF.type, OWL.Class) not in graph and class_ not in (OWL.Thing, OWL.Nothing):
            yield f"{class_}: as {place}, but not declared a class"
        if class_ == OWL.Thing and place != "filler":
            yield f"{class_}: as {place}"
        return
    for predicate, value in graph.predicate_objects(class_):
        if predicate in FORMS and predicate not in forms:
            yield f"{predicate}: as {place}"
        elif predicate in (OWL.intersectionOf, OWL.unionOf):
            for part in Collection(graph, value):
                yield from _expression(graph, part, forms, place)
        elif predicate == OWL.someValuesFrom:
            yield from _expression(graph, value, forms, "filler")
        elif predicate in (OWL.allValuesFrom, OWL.complementOf):
            yield from _expression(graph, value, forms if predicate == OWL.allValuesFrom else SUBCLASS_FORMS, place)
        elif predicate == OWL.maxCardinality and str(value) not in ("0", "1"):
            yield f"{predicate} {value}: as {place}"


def _properties(graph: Graph) -> Iterator[str]:
    for predicate in (RDFS.subPropertyOf, OWL.equivalentProperty, OWL.inverseOf, OWL.propertyDisjointWith):
        for first, second in graph.subject_objects(predicate):
            kinds = [{kind for kind in KINDS[1:] if (each, RDF.type, kind) in graph} for each in (first, second)]
            if len(kinds[0] & kinds[1]) != 1 or (predicate == OWL.inverseOf and OWL.ObjectProperty not in kinds[0]):
                yield f"{first} {predicate} {second}: not two declared properties of one kind"
    for property_, chain in graph.subject_objects(OWL.propertyChainAxiom):
        for link in (property_, *Collection(graph, chain)):
            if (link, RDF.type, OWL.ObjectProperty) not in graph:
                yield f"{link}: in a chain, but not declared an object property"
    for property_, type_ in graph.subject_objects(RDF.type):
        kinds = {OWL.ObjectProperty, OWL.DatatypeProperty} if type_ == OWL.FunctionalProperty else {OWL.ObjectProperty}
        if type_ in CHARACTERISTICS and not any((property_, RDF.type, kind) in graph for kind in kinds):
            yield f"{property_}: {type_} of an undeclared property"


def _kinds(graph: Graph) -> Iterator[str]:
    """Every term is declared as one kind of property, and used as it is declared."""
    for term in {subject for kind in KINDS[1:] for subject in graph.subjects(RDF.type, kind)}:
        if sum((term, RDF.type, kind) in graph for kind in KINDS[1:]) > 1:
            yield f"{term}: several kinds of property"
    for subject, predicate, object_ in graph:
        if str(predicate).startswith(LANGUAGE):
            continue
        kind = OWL.DatatypeProperty if isinstance(object_, Literal) else OWL.ObjectProperty
        if not any((predicate, RDF.type, each) in graph for each in (kind, OWL.AnnotationProperty)):
            yield f"{predicate} at {subject}: not declared as what it is used as"


def _globals(graph: Graph) -> Iterator[str]:
    composite = {*graph.subjects(RDF.type, OWL.TransitiveProperty), *graph.subjects(OWL.propertyChainAxiom)}
    while True:
        more = {up for down in composite for up in graph.objects(down, RDFS.subPropertyOf)}
        more |= {other for one in composite for other in graph.objects(one, OWL.inverseOf)}
        more |= {other for one in composite for other in graph.subjects(OWL.inverseOf, one)}
        if more <= composite:
            break
        composite |= more
    for property_, type_ in graph.subject_objects(RDF.type):
        if type_ in NEED_SIMPLE and property_ in composite:
            yield f"{property_}: {type_} of a composite property"
    yield from _irregular(graph)


def _irregular(graph: Graph) -> Iterator[str]:
    """A chain may not lead back to its own property but at one end, or as the property twice."""
    below: dict[Node, set[Node]] = {}
    for property_, chain in graph.subject_objects(OWL.propertyChainAxiom):
        links = list(Collection(graph, chain))
        if links == [property_, property_]:
            continue
        inner = links[1:] if links[0] == property_ else links[:-1] if links[-1] == property_ else links
        below.setdefault(property_, set()).update(inner)
    for down, up in graph.subject_objects(RDFS.subPropertyOf):
        below.setdefault(up, set()).add(down)
    for start in below:
        reached, frontier = set(), set(below[start])
        while frontier:
            reached |= frontier
            frontier = {deeper for each in frontier for deeper in below.get(each, ())} - reached
        if start in reached:
            yield f"{start}: its chains are not regular"
