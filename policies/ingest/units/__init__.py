"""Lines and brackets of responsible units, and the names in them."""
