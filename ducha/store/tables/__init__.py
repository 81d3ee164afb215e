"""Project ledgers: CSV or YAML to records."""
