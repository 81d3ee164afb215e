"""ducha: supervision of special-action plans (督查)."""

__version__ = "0.1.0"
