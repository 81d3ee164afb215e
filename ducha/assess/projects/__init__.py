"""A plan's project ledger as it stands."""
