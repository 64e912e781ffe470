"""The public pages of documents, provisions, units and facts: thin views over policies.presentation."""
