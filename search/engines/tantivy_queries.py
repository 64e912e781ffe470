"""The query tree as native tantivy queries."""

from tantivy import FieldType, Occur, Query, Schema

from search.tree import All, Any, Between, Canonical, Contains, Everything, Node, Not, OneOf, Words


def nothing() -> Query:
    return Query.empty_query()


def contains(schema: Schema, characters: str) -> Query:
    """Letters in a row: one letter and two are terms of their own, more a phrase of characters with positions."""
    if not characters:
        return nothing()
    if len(characters) == 1:
        return Query.term_query(schema, "chars", characters, "basic")
    if len(characters) == 2:
        return Query.term_query(schema, "bigrams", characters, "freq")
    return Query.phrase_query(schema, "chars", list(characters))


def compile_tree(node: Node, schema: Schema) -> Query:
    """The tantivy query of a node; never a string, so nothing a user types is syntax."""
    match node:
        case Everything():
            return Query.all_query()
        case Contains(characters):
            return contains(schema, characters)
        case Canonical(token):
            return Query.term_query(schema, "canonical", token, "freq")
        case Words(words, at_least):
            clauses = [(Occur.Should, _word(schema, word)) for word in words]
            return Query.boolean_query(clauses, minimum_number_should_match=at_least) if clauses else nothing()
        case OneOf(field, values):
            return Query.term_set_query(schema, field, list(values)) if values else nothing()
        case Between(field, low, high):
            return Query.range_query(schema, field, FieldType.Integer, lower_bound=low, upper_bound=high)
        case All(nodes):
            return _all(nodes, schema)
        case Any(nodes):
            if not nodes:
                return nothing()
            return Query.boolean_query([(Occur.Should, compile_tree(child, schema)) for child in nodes])
        case Not(_):
            return _all((node,), schema)
    raise TypeError(node)


def _word(schema: Schema, word: str) -> Query:
    fields = [Query.term_query(schema, field, word, "freq") for field in ("words", "context")]
    return Query.disjunction_max_query(fields)


def _all(nodes: tuple[Node, ...], schema: Schema) -> Query:
    clauses = [
        (Occur.MustNot, compile_tree(child.node, schema))
        if isinstance(child, Not)
        else (Occur.Must, compile_tree(child, schema))
        for child in nodes
    ]
    if all(occur == Occur.MustNot for occur, _ in clauses):
        clauses.insert(0, (Occur.Must, Query.all_query()))
    return Query.boolean_query(clauses)
