"""What pages, API, feeds and Excel say of a document, a provision and its facts: said here once (invariant 5).

`words` cuts and shortens what is printed, `facts` words one fact, `marking` marks facts in the text, `records` gathers
a provision with its place, units and facts, `documents` the head of a document; the others serve one page each.
"""
