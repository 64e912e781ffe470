"""Files into the base: which document is which, what a person wrote, and everything a document is made of.

A document is known by the path of its file together with its title. Same bytes: skipped. Same path and title, other
bytes: a new text of that document (renewing.py). Otherwise a new document (writing.py).
"""

from policies.importing.report import ImportReport
from policies.importing.run import import_files, import_new_text, import_upload

__all__ = ["ImportReport", "import_files", "import_new_text", "import_upload"]
