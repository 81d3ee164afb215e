"""The words that templates have: ``{{ o.due.present | day }}``."""

from __future__ import annotations

from collections.abc import Callable

from ducha.render import duty_words, period_words, project_words, words

FILTERS: dict[str, Callable[..., object]] = {
    "against_bar": words.against_bar,
    "against_node": words.against_node,
    "amount": words.amount,
    "bare": words.bare,
    "brief": duty_words.brief,
    "chinese": words.chinese,
    "class_title": project_words.class_title,
    "compared": words.compared,
    "day": words.day,
    "entered": project_words.entered,
    "growth": words.growth,
    "label": period_words.label,
    "last": period_words.last,
    "level": words.level,
    "listed": project_words.listed,
    "missing": words.missing,
    "node": words.node,
    "paragraphs": words.paragraphs,
    "period": duty_words.period,
    "pieces": project_words.pieces,
    "points": words.points,
    "portion": words.portion,
    "progress": words.progress,
    "quoted": words.quoted,
    "rate": words.rate,
    "reached": words.reached,
    "registered": project_words.registered,
    "share": words.share,
    "stages": project_words.stages,
    "target": words.target,
    "this": period_words.this,
    "units": words.units,
}
"""name → function"""
