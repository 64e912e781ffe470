"""What can be taken away: clause tables as Excel and CSV, documents as JSON, XML, Word and plain text."""
