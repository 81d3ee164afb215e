"""The words that templates have: ``{{ o.due.present | day }}``."""

from __future__ import annotations

from collections.abc import Callable

from ducha.render import duty_words, period_words, words

FILTERS: dict[str, Callable[..., object]] = {
    "against_bar": words.against_bar,
    "against_node": words.against_node,
    "amount": words.amount,
    "bare": words.bare,
    "brief": duty_words.brief,
    "came": duty_words.came,
    "chinese": words.chinese,
    "compared": words.compared,
    "day": words.day,
    "growth": words.growth,
    "label": period_words.label,
    "last": period_words.last,
    "level": words.level,
    "missing": words.missing,
    "node": words.node,
    "paragraphs": words.paragraphs,
    "period": duty_words.period,
    "points": words.points,
    "progress": words.progress,
    "quoted": words.quoted,
    "rate": words.rate,
    "reached": words.reached,
    "share": words.share,
    "target": words.target,
    "this": period_words.this,
    "units": words.units,
}
"""name → function"""
