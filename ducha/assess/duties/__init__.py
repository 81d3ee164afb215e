"""Duties judged: what each unit owes for each period, and what came in."""
