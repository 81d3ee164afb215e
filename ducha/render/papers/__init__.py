"""Papers through their templates."""
