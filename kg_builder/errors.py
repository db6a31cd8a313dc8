"""What can go wrong, and the exit code that says so.

::

    KgBuilderError                 exit 2 unless a subclass says otherwise
    ├── UsageError                 the command or its options do not fit together
    ├── UnreadableInput            an article, folder or index that cannot be read
    ├── InvalidLexicon             a lexicon file breaks its schema
    ├── InvalidOntology            an axiom outside OWL 2 RL, or one that no rule covers
    ├── InvalidQuery               SPARQL that does not parse, an unknown named query
    │   └── RefusedQuery           what would change the store or leave the machine: an update, LOAD, SERVICE
    ├── StoreError                 no store there, not a store, locked, or of a newer version
    └── Nonconforming              exit 1: data do not conform, or a floor is missed

Anything else that reaches the command line is our own fault and exits with 3.
A message names the thing, the place and the mend: ``0417.txt: not UTF-8 at byte 1180; convert it or pass --encoding``.
"""


class KgBuilderError(Exception):
    """A fault that the user can mend; its text is the whole message."""

    exit_code = 2


class UsageError(KgBuilderError):
    """The command or its options do not fit together."""


class UnreadableInput(KgBuilderError):
    """An article, folder or index that cannot be read."""


class InvalidLexicon(KgBuilderError):
    """A lexicon file that breaks its schema."""


class InvalidOntology(KgBuilderError):
    """An axiom outside OWL 2 RL, or one that no rule covers."""


class InvalidQuery(KgBuilderError):
    """A query that does not parse, or names nothing known."""


class RefusedQuery(InvalidQuery):
    """A query that would change the store or leave the machine."""


class StoreError(KgBuilderError):
    """No store there, not a store, locked, or written by a newer version."""


class Nonconforming(KgBuilderError):
    """Data that do not conform to the shapes, or accuracy below its floor."""

    exit_code = 1
