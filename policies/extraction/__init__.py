"""Facts as rows: what the machine read, merged with what a person decided, moved along when the text is edited.

A person's word (confirmed, edited, rejected) is never overwritten. A fact whose words are gone has no place
(`start == end == 0`): it keeps its values and is 待核, or stays rejected.
"""

from policies.extraction.audiences import Audiences, save_audiences
from policies.extraction.following import follow_edit
from policies.extraction.merging import extract_again
from policies.extraction.rows import fact_rows

__all__ = ["Audiences", "extract_again", "fact_rows", "follow_edit", "save_audiences"]
