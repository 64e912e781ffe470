"""Paragraphs to the tree of provisions: numbers, headings, kinds."""
