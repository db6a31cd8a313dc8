"""The rooms: each reads facts of its own kind off an annotated Doc.

To add one, write its four parts and its word here.
"""

from kg_builder import happenings
from kg_builder.extract.agreements import agreements
from kg_builder.extract.assistance import assistance
from kg_builder.extract.cooperation import cooperation
from kg_builder.extract.goods import goods
from kg_builder.extract.meetings import meetings
from kg_builder.extract.military import military
from kg_builder.extract.officials import officials
from kg_builder.extract.organizations import organizations
from kg_builder.extract.policies import policies
from kg_builder.extract.restrictions import restrictions
from kg_builder.extract.statements import statements
from kg_builder.extract.states import states
from kg_builder.model import Fact
from kg_builder.tokens import Doc

#: What the article names.
EXTRACTORS = (states, organizations, goods, officials)
#: What the article tells; tellings of one happening become one event.
TELLERS = (agreements, meetings, cooperation, assistance, policies, restrictions, statements, military)


def facts(doc: Doc) -> tuple[Fact, ...]:
    """Everything that a careful reader would want in the graph after this article, in a stable order."""
    named = [fact for extract in EXTRACTORS for fact in extract(doc)]
    events = happenings.merge([telling for tell in TELLERS for telling in tell(doc)], doc)
    return (*named, *events)
