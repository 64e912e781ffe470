"""Lines of a file to paragraphs: what page breaks, fixed widths and scans tore apart is joined."""
