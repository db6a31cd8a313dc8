"""News articles and official statements in; a validated, reasoned RDF graph out."""

__version__ = "0.1.0"
