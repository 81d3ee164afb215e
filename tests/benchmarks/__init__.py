"""How fast ``ducha`` is, against a bare Python and against its peers: ``python -m tests.benchmarks.run``."""
